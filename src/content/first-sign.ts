/** Words that tell somebody to pick something. */
const PICKS =
  /[选選点點找勾圈挑标標指按][择擇出选選取击擊按中到]?|\b(?:select|click|tap|pick|choose|check|mark|tick|find|identify|highlight|press|touch)\b/i;
/** Words that tell which pictures, or how many. */
const WHICH =
  /[图圖照格片张張块塊]|所有|全部|每|包含|[含带帶]有|[依顺順]次|[顺順]序|[出找]|“|「|\b(?:all|every|each|any|images?|pictures?|photos?|squares?|tiles?|box(?:es)?|order)\b/i;
/** A request is short; these are characters, white space included. */
const MAX_LENGTH = 400;

/**
 * Whether a text could be a request for pictures. Wrong in a few of a hundred ordinary texts, never about a request:
 * what says yes brings the part of the program that really reads it.
 */
export function isFirstSign(text: string): boolean {
  return text.length <= MAX_LENGTH && PICKS.test(text) && WHICH.test(text);
}
