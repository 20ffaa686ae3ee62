import { announcesQuote } from '../../grid/introduces-quote.ts';
import { simplified } from '../../grid/simplified.ts';
import { namesOtherThings, tellsAnswer, tellsShare } from '../../grid/shown-words.ts';
import type { AskingText } from './asking-texts.ts';
import { isGallery, isOff, isUntouchable } from './dead-tiles.ts';
import { layoutParent } from './flat-tree.ts';
import { aroundAll, type ShownQuestion } from './shown-question.ts';
import { blockBefore, isShort, shownText } from './shown-text.ts';
import type { Tile } from './tile.ts';

/*
 * Logs, reports, records and quotations hold questions with their tiles that nobody is asked. What listens to clicks is
 * not to be seen from here, so none of these signs is that something is missing: each is something that the page shows.
 */

const ROW = 'tr,[role="row"]';
const TABLE = 'table,[role="table"],[role="grid"],[role="treegrid"]';
/** A row of a form has two cells: what is asked and where to answer. */
const LEAST_CELLS = 4;

/** The question in one cell of a row and all of its tiles in another, in a table of such rows. */
function isRecord({ whole, board }: ShownQuestion): boolean {
  const count = whole.childElementCount;
  if (whole === board || count < LEAST_CELLS || !whole.matches(ROW)) return false;
  const rows = [...(whole.closest(TABLE)?.querySelectorAll(ROW) ?? [])];
  return rows.some((row) => row !== whole && row.childElementCount === count);
}

function isQuoted({ asking: { element, texts } }: ShownQuestion): boolean {
  return announcesQuote(simplified(blockBefore(texts[0] ?? element)));
}

/** Characters around question and tiles among which an answer is that of this question. */
const MOST_AROUND = 600;

/** The answer is given beside it. */
function isAnswered({ whole, board, questions }: ShownQuestion): boolean {
  const others = questions.filter(({ element }) => !whole.contains(element));
  let around: Element | undefined;
  for (let above: Element | undefined = whole; above; above = layoutParent(above)) {
    const holder = above;
    if (!isShort(holder, MOST_AROUND) || others.some(({ element }) => holder.contains(element))) break;
    around = above;
  }
  let last: Element | undefined = board;
  while (last && last !== whole && !last.nextElementSibling) last = layoutParent(last);
  const next = around || last === whole ? undefined : (last?.nextElementSibling ?? undefined);
  const read = around ?? next;
  return read !== undefined && isShort(read, MOST_AROUND) && tellsAnswer(simplified(shownText(read)));
}

/** Characters that belong to one tile. */
const MOST_ON_TILE = 40;

/** Each tile has beside it how many people chose it. */
function isCounted({ board, pictures }: ShownQuestion): boolean {
  return pictures.every((picture) => {
    let own = picture;
    for (
      let above = layoutParent(own);
      above && above !== board && !pictures.some((other) => other !== picture && above?.contains(other));
      above = layoutParent(above)
    )
      own = above;
    const text = shownText(own);
    return text.length <= MOST_ON_TILE && tellsShare(text);
  });
}

function isBefore(element: Element, other: Element): boolean {
  return (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
/** CSS pixels; what is only read out is less. */
const LEAST_HEADING = 8;

/** The tiles have a heading over them, which is of no question, in a section in which the question is not. */
function isOfOtherSection({ asking, board, whole, pictures: [first] }: ShownQuestion): boolean {
  for (let above: Element | undefined = board; above && above !== whole; above = layoutParent(above)) {
    const heading = above.querySelector(HEADING);
    if (!heading || !first || !isBefore(heading, first)) continue;
    const isPart = asking.texts.some((text) => heading.contains(text));
    return (
      !isPart &&
      heading.getBoundingClientRect().height >= LEAST_HEADING &&
      namesOtherThings(simplified(shownText(heading)))
    );
  }
  return false;
}

/** Whether a question and its tiles are only shown, and nobody is asked. */
export function isOnlyShown(
  asking: AskingText,
  tiles: readonly Tile[],
  questions: readonly AskingText[],
): boolean {
  const pictures = tiles.flatMap(({ element }) => element ?? []);
  const board = aroundAll(pictures);
  const whole = board && aroundAll([board, asking.element]);
  if (!whole) return false;
  const shown: ShownQuestion = { asking, questions, pictures, board, whole };
  return (
    isGallery(tiles) ||
    tiles.every(isOff) ||
    isRecord(shown) ||
    isUntouchable(shown) ||
    isQuoted(shown) ||
    isCounted(shown) ||
    isAnswered(shown) ||
    isOfOtherSection(shown)
  );
}
