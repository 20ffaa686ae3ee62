const PICK_SIGNS = '[选選点點找勾圈挑戳拣揀标標指按碰击擊][择擇出选選取击擊按中到]?';
const PICK_WORDS =
  'select|click|tap|pick|choose|check|mark|tick|find|identify|highlight|press|touch|circle|spot|flag|locate|hit|label|point|put|must|should|(?:choos|select|click|tapp|pick|tick)ing|show (?:me|us)|colou?r';
const WHICH_SIGNS =
  '[图圖照格片张張块塊]|所有|全部|每|包含|[含带帶]有|[依顺順]次|[顺順]序|依序|[出找除先]|其中|[0-9一二两兩三四五六七八九十][个個只隻辆輛]|下[面方列边邊]|同[类類]|示例|[范範]例|最|“|「';
/** 哪几张是猫？ Which of these shows a cat? Asks by itself. */
const ASKING_SIGNS =
  '哪[一些几幾两兩]*[张張幅块塊个個只隻]?|何者|[邊边][幾几一]?[张張]|的[是有](?:哪|\\s*[：:(（]|$)|打[勾钩✓✔√]|[请請](?:[点點][击擊选選一]|指一|[触觸][摸碰]|[圈找]出)|都[选選点點勾圈]|[点點]它';
const ASKING_WORDS =
  '(?:which|what) (?:ones?|of (?:these|those|the)|[a-z]{0,12} ?(?:images?|pictures?|photos?|squares?|tiles?|clips?|scenes?))|where (?:is|are) the [a-z]|[a-z]{3,20} only,? (?:please|thank)|(?:just|only|all) [a-z ]{3,30}, (?:please|thank)';
const WHICH_WORDS =
  'all|both|every(?:thing)?|except|first|each|any|images?|pictures?|photos?|squares?|tiles?|box(?:es)?|those|frames?|clips?|(?:out|tap|click|pick|find|spot|touch|select|choose|on|to|me|us) the [a-z]+|odd one|(?:in|by) [a-z ]{0,20}(?:order|sequence)';

/** Words that tell somebody to pick something. */
const PICKS = new RegExp(`${PICK_SIGNS}|\\b(?:${PICK_WORDS})\\b`, 'i');
/** Words that tell which pictures, or how many. */
const WHICH = new RegExp(`${WHICH_SIGNS}|\\b(?:${WHICH_WORDS})\\b`, 'i');
const ASKS = new RegExp(`${ASKING_SIGNS}|\\b(?:${ASKING_WORDS})`, 'i');
/** The same where texts are joined without anything between them. */
const PICKS_WITHIN = new RegExp(`${PICK_SIGNS}|${PICK_WORDS}`, 'i');
const WHICH_WITHIN = new RegExp(`${WHICH_SIGNS}|${WHICH_WORDS}`, 'i');
const ASKS_WITHIN = new RegExp(`${ASKING_SIGNS}|${ASKING_WORDS}`, 'i');
/** A request is short; these are characters, white space included. */
const MAX_LENGTH = 400;

/**
 * Whether a text could be a request for pictures. Wrong in a few of a hundred ordinary texts, never about a request:
 * what says yes brings the part of the program that really reads it.
 */
export function isFirstSign(text: string): boolean {
  return text.length <= MAX_LENGTH && ((PICKS.test(text) && WHICH.test(text)) || ASKS.test(text));
}

/** Whether any of the texts that were joined to this one could be such a request. */
export function holdsFirstSign(text: string): boolean {
  return (PICKS_WITHIN.test(text) && WHICH_WITHIN.test(text)) || ASKS_WITHIN.test(text);
}
