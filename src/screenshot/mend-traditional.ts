/**
 * The recogniser's alphabet lacks some traditional characters; it reads another in their place or none. Verbs of
 * requests, by what was read for them in the fonts of Chromium on Debian.
 */
const VERBS = [
  [/[選溅濕][選撰摆]/g, '選擇'],
  [/點[撃擎孽]/g, '點擊'],
] as const;

/** Characters that are not in the alphabet, or are read as others although they are. */
const DOUBTFUL = /[貓綠腳囪櫚龜蘋鑰籠蠟頸錶氣]/u;

/** Things that such questions ask for, written with a doubtful character. To teach another, add it here. */
const WORDS =
  '紅綠燈 腳踏車 煙囪 棕櫚樹 烏龜 蘋果 鑰匙 燈籠 蠟燭 長頸鹿 手錶 氣球 熱氣球 熊貓 貓頭鷹 綠色植物 鳥籠 天然氣';

const KNOWN = WORDS.split(' ').map((word) => ({ word, pattern: lenient(word) }));

/** Text of one line with what the recogniser cannot read put right, where only one reading makes sense. */
export function mendTraditional(text: string): string {
  const mended = VERBS.reduce((line, [misread, verb]) => line.replace(misread, verb), text);
  if (!/[請選點圖擇擊]/u.test(mended)) return text;
  return KNOWN.reduce(
    (line, { word, pattern }) => (line.includes(word) ? line : line.replace(pattern, word)),
    mended,
  );
}

/** The word at the end of what is asked for, with any ideograph, or none, for each doubtful one. */
function lenient(word: string): RegExp {
  const characters = Array.from(word, (character) =>
    DOUBTFUL.test(character) ? '(?:(?!的)\\p{Script=Han})?' : character,
  );
  return new RegExp(`(?<=[的有含個張是])${characters.join('')}(?=$|的|\\P{Script=Han})`, 'u');
}
