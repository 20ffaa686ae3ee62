/** Verbs that tell somebody to pick, simplified and traditional; one character alone is in every other sentence. */
const PICK =
  '[选選][择擇出取中定上]|挑[选選]|[拣揀][选選出]|[点點][选選击擊按出亮一]|[单單][击擊]|[轻輕][点點触觸]|[触觸][摸碰]|[选選点點圈找指勾]一[选選点點圈找指勾下]|勾[选選上]|圈[选選]|[标標][记記]|找[到寻尋]|[识識][别別]|按一?下|[请請][^。！？!?\\n]{0,8}?[选選点點找勾圈挑标標按指]';
const WHICH =
  '[图圖]|[照卡]片|[方宫宮]格|[方格]子|方[块塊]|[这這那哪][张張块塊]|所有|全部|每|包含|[含带帶]有|[依顺順]次|[顺順]序|依序|[找除先]|其中|[0-9一二两兩三四五六七八九十][个個张張幅块塊只隻辆輛]|下[面方列边邊]|“|「';
/** What may stand between them: a sentence goes on, in one script, over one break of the source at most. */
const WORDS = '[\\u3400-\\u9fff、，,：:“”「」 ]{0,16}?';
const GAP = `${WORDS}(?:\\s{1,80}${WORDS})?`;
const ENGLISH_PICK =
  '(?:select|click|tap|pick|choose|check|mark|tick|find|identify|highlight|press|touch|circle|spot|flag|locate|hit|point to|show (?:me|us)|(?:choos|select|click|tapp|pick)ing|put)';
const ENGLISH_WHICH =
  '(?:all|every|each|any|except|first|image|picture|photo|square|tile|box|order|sequence|those|frame|clip|largest|smallest|odd one)';
/** 哪几张是猫？ Which of these shows a cat? Asks by itself, as does the thing right after the verb: tap the dog. */
const ASKING =
  '哪[一几幾些两兩]{0,2}[张張幅块塊个個只隻]|哪些|打[勾钩]|的[是有][：:]|[在是]哪|何者|[邊边][幾几一]?[张張]|的[是有](?:哪|[(（])';
const ENGLISH_ASKING =
  '(?:which|what) (?:ones? |of (?:these|those|the) |[a-z ]{0,16}?(?:image|picture|photo|square|tile|clip|scene|thumbnail)s?)|where (?:is|are) the |(?:must|should) be (?:select|click|chosen|pick|tapp|tick)';
const ENGLISH_THE =
  '(?:tap|click|pick|find|spot|point to|touch|select|choose|show me)(?: on| out)? the [a-z]{3}';
const ENGLISH_WORDS = "[a-z0-9 ,:'\\n]{0,60}?";
const ENGLISH_BEFORE = '(?:in [a-z ]{0,20}(?:order|sequence)|first),?[a-z ,:]{0,20}?';

/** They begin with the verb and look back from there: what tells which is too common to begin with. */
const SIGNS = [
  new RegExp(ASKING, 'g'),
  new RegExp(`${ENGLISH_ASKING}|${ENGLISH_THE}`, 'gi'),
  new RegExp(
    `[选選挑找点點圈标標指]出|(?:${PICK})(?:${GAP}(?:${WHICH})|(?<=(?:${WHICH})${GAP}(?:${PICK})))`,
    'g',
  ),
  new RegExp(
    `${ENGLISH_PICK}(?:${ENGLISH_WORDS}${ENGLISH_WHICH}|(?<=${ENGLISH_BEFORE}${ENGLISH_PICK}))`,
    'gi',
  ),
];

/** Characters of the shortest verb. */
const VERB = 2;
/** Characters after a sign by which two of them are told apart: what is asked for. */
const AFTER = 16;

/** A text of more is full of them, and those after these are not looked at; as little is what stands after so much. */
const MOST_SIGNS = 1_000;
const MOST_TEXT = 500_000;

/** The core of a request in a text that may be that of a whole page. */
export interface TextSign {
  /** Where it begins. */
  readonly at: number;
  /** It and what comes after it, without the numbers by which rows of a list differ. */
  readonly key: string;
}

/**
 * Where something could be asked for in the joined texts of many blocks. Stricter than the first sign of a single
 * text, as there is no telling where one ends: verb and object must be of one sentence.
 */
export function signsIn(text: string): TextSign[] {
  const signs: TextSign[] = [];
  const start = text.slice(0, MOST_TEXT);
  for (const sign of SIGNS) {
    sign.lastIndex = 0;
    for (let match = sign.exec(start); match; match = sign.exec(start)) {
      if (signs.length >= MOST_SIGNS) return signs;
      const { index, 0: found } = match;
      const whole = start.slice(index, index + found.length + AFTER);
      signs.push({ at: index, key: whole.replace(/\d+/g, '#').replace(/\s+/g, ' ') });
      // Another verb may stand between this one and its object: 点击查看 before 请选择所有的猫.
      sign.lastIndex = index + VERB;
    }
  }
  return signs;
}
