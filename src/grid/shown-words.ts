import { mayBeQuestion } from './read-question.ts';

/**
 * Words that stand beside a question that was answered before: in marked homework, in statistics, in a log. Each needs
 * the answer itself after it, for a page that still asks has the same words on buttons (查看参考答案), in its rules
 * (答对得 5 分), over fields to fill in (学生作答：) and in counters (Correct answers: 3 of 5).
 */
const NUMBER = String.raw`\d{1,2}(?!\s*(?:[\d张個个题分/%]|of\b|pts?\b|points?\b))`;
const LETTERS = String.raw`(?<letters>[A-L]{1,6})(?![\p{L}\d])`;
const LIST = `(?:第\\s*)?(?:${LETTERS}|${NUMBER}\\s*(?:[,，、]|and\\b|&)\\s*${NUMBER})`;
const ONE_OR_MORE = `(?:第\\s*)?(?:${LETTERS}|${NUMBER})`;
const PERSON_ZH = '(?:孩子|[学學][生员員]|考生|同[学學]|用[户戶]|[访訪]客|受[试試]者|[参參]与者|标注[员員])';
const PERSON_EN = '(?:visitor|user|participant|student|pupil|child|worker|annotator|respondent|customer)';

const ANSWERS: readonly RegExp[] = [
  '【(?:[参參]考)?答案】|【解析】',
  `(?<!\\p{L} ?)(?:答案|answers?(?: key)?)\\s*[:：]\\s*${LIST}`,
  `(?<!上一?[题道]的?)(?:正确|[参參]考|标[准準])答案\\s*[:：是为]\\s*${ONE_OR_MORE}`,
  `${PERSON_ZH}的?(?:答案|作答|选择|回答|点击)\\s*[:：]\\s*${ONE_OR_MORE}`,
  `(?:点击|选择|作答)记录\\s*[:：]\\s*${ONE_OR_MORE}`,
  String.raw`(?<![对可题])得\s*\d+(?:\.\d+)?\s*分?\s*[/／,，]?\s*满分\s*\d`,
  '(?:老[师師]|教[师師]|批改)[评評]语\\s*[:：]',
  '选择?[该此].{0,2}的(?:人数|比例)',
  `(?<!\\b(?:last|previous) )\\bcorrect answer(?:\\s*:|\\s+is)\\s*${ONE_OR_MORE}`,
  `\\bcorrect answers(?:\\s*:|\\s+are)\\s*${LIST}`,
  `\\b${PERSON_EN}(?:['’]?s|s['’])?\\s+(?:selections?|answers?|choices?|clicks?|picks?|responses?)\\s*:\\s*${ONE_OR_MORE}`,
  `\\bclicks\\s*:\\s*${LIST}`,
  String.raw`\b(?:participants|people|users|respondents|students|workers|visitors) who (?:chose|selected|picked|clicked)\b`,
].map((source) => new RegExp(source, 'iu'));

/**
 * Whether words tell what was answered.
 *
 * @param text what is to be seen around a question, in simplified characters
 */
export function tellsAnswer(text: string): boolean {
  return ANSWERS.some((pattern) => {
    const found = pattern.exec(text);
    // Answer: click all of them
    const letters = found?.groups?.['letters'] ?? '';
    return found !== null && letters === letters.toUpperCase();
  });
}

/** 28 人（100%）, 12 votes, .47: how many people chose one picture. */
const SHARE = /\d\s*%|(?<![\d.])\d+\s*(?:人|票|votes?\b)|(?<![\d.])[01]?\.\d\d(?!\d)/i;

/** Whether the words of one picture tell how many chose it. */
export function tellsShare(text: string): boolean {
  return SHARE.test(text);
}

/** 图片, 选项, Challenge 2, Step 1: headings that a question has over its tiles. */
const OF_A_QUESTION =
  /[图圖题題组組轮輪关關步格项項]|验证|校验|测|照片|答|\d|\b(?:images?|pictures?|photos?|options?|choices?|tiles?|grid|cards?|steps?|rounds?|levels?|tasks?|challenges?|captcha|quiz|questions?|answers?|verif\w*)\b/i;

/** Whether a heading over tiles is none that a question would have. */
export function namesOtherThings(heading: string): boolean {
  return heading !== '' && !mayBeQuestion(heading) && !OF_A_QUESTION.test(heading);
}
