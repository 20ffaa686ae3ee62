import { announcesQuote } from '../../grid/introduces-quote.ts';
import { simplified } from '../../grid/simplified.ts';
import { namesOtherThings, tellsAnswer, tellsShare } from '../../grid/shown-words.ts';
import type { AskingText } from './asking-texts.ts';
import { layoutParent } from './flat-tree.ts';
import { blockBefore, collapsedText, shownText } from './shown-text.ts';
import type { Tile } from './tile.ts';

/*
 * Logs, reports, records and quotations hold questions with their tiles that nobody is asked. What listens to clicks is
 * not to be seen from here, so none of these signs is that something is missing: each is something that the page shows.
 */

/** A question with its tiles, and what they lie in. */
interface Shown {
  readonly asking: AskingText;
  /** All that are asked on the page. */
  readonly questions: readonly AskingText[];
  readonly pictures: readonly Element[];
  /** The smallest element around the tiles. */
  readonly board: Element;
  /** The smallest element around the tiles and the question. */
  readonly whole: Element;
}

/** The innermost element in which all of them are laid out. */
function aroundAll([first, ...others]: readonly Element[]): Element | undefined {
  const chain: Element[] = [];
  for (let above = first; above; above = layoutParent(above)) chain.push(above);
  const places = new Map(chain.map((element, index) => [element, index]));
  let furthest = 0;
  for (const element of others) {
    let above: Element | undefined = element;
    while (above && !places.has(above)) above = layoutParent(above);
    if (!above) return undefined;
    furthest = Math.max(furthest, places.get(above) ?? 0);
  }
  return chain[furthest];
}

function isWithin(element: Element, outer: Element): boolean {
  for (let above: Element | undefined = element; above; above = layoutParent(above)) {
    if (above === outer) return true;
  }
  return false;
}

function isBefore(element: Element, other: Element): boolean {
  return (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function letsThrough(element: Element): boolean {
  return getComputedStyle(element).pointerEvents === 'none';
}

function hitAt(element: Element): Element | null {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode();
  const from = root instanceof ShadowRoot ? root : document;
  return from.elementFromPoint(left + width / 2, top + height / 2);
}

/**
 * A press on any tile goes through to what the question lies in as well: previews and pictures of a component. Cells and
 * panes of glass over pictures that let presses through are there to be pressed, and the board itself may be.
 */
function isUntouchable({ board, whole, pictures }: Shown): boolean {
  if (whole.closest('[inert]')) return true;
  let catches: Element | undefined = board;
  while (catches && letsThrough(catches)) catches = layoutParent(catches);
  if (!catches || !isWithin(whole, catches)) return false;
  if (catches === board || ![...board.querySelectorAll('*')].every(letsThrough)) return false;
  // What is scrolled out of sight cannot be asked what lies over it.
  const hits = pictures.flatMap((picture) => hitAt(picture) ?? []);
  return hits.length > 0 && hits.every((hit) => isWithin(whole, hit));
}

/** What a press on the tile leads to, if not to a place on this very page. */
function leadsTo({ element, picture }: Tile): string | undefined {
  const link = (picture?.element ?? element)?.closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || !/^(?:https?|file):$/.test(link.protocol)) return undefined;
  const here = new URL(document.baseURI);
  // Without script, a tile may well be a link to this address with its number in the query.
  return link.host === here.host && link.pathname === here.pathname ? undefined : link.href;
}

function isEnlarged({ element, picture }: Tile): boolean {
  const pressed = picture?.element ?? element;
  return pressed !== undefined && getComputedStyle(pressed).cursor === 'zoom-in';
}

/** Galleries and light boxes: each picture leads to a page of its own, or is shown in large. */
function isGallery(tiles: readonly Tile[]): boolean {
  const there = tiles.filter(({ element }) => element);
  const places = new Set(there.map(leadsTo));
  return there.every(isEnlarged) || (places.size > 1 && !places.has(undefined));
}

const ROW = 'tr,[role="row"]';
const TABLE = 'table,[role="table"],[role="grid"],[role="treegrid"]';
/** A row of a form has two cells: what is asked and where to answer. */
const LEAST_CELLS = 4;

/** The question in one cell of a row and all of its tiles in another, in a table of such rows. */
function isRecord({ whole, board }: Shown): boolean {
  const count = whole.childElementCount;
  if (whole === board || count < LEAST_CELLS || !whole.matches(ROW)) return false;
  const rows = [...(whole.closest(TABLE)?.querySelectorAll(ROW) ?? [])];
  return rows.some((row) => row !== whole && row.childElementCount === count);
}

function isQuoted({ asking: { element, texts } }: Shown): boolean {
  return announcesQuote(simplified(blockBefore(texts[0] ?? element)));
}

/** Characters around question and tiles among which an answer is that of this question. */
const MOST_AROUND = 600;

/** The answer is given beside it. */
function isAnswered({ whole, board, questions }: Shown): boolean {
  const others = questions.filter(({ element }) => !whole.contains(element));
  let around: Element | undefined;
  for (let above: Element | undefined = whole; above; above = layoutParent(above)) {
    const holder = above;
    if (collapsedText(above).length > MOST_AROUND) break;
    if (others.some(({ element }) => holder.contains(element))) break;
    around = above;
  }
  let last: Element | undefined = board;
  while (last && last !== whole && !last.nextElementSibling) last = layoutParent(last);
  const next = around || last === whole ? undefined : last?.nextElementSibling;
  const read = around ?? next;
  return read && collapsedText(read).length <= MOST_AROUND ? tellsAnswer(simplified(shownText(read))) : false;
}

/** Characters that belong to one tile. */
const MOST_ON_TILE = 40;

/** Each tile has beside it how many people chose it. */
function isCounted({ board, pictures }: Shown): boolean {
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

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
/** CSS pixels; what is only read out is less. */
const LEAST_HEADING = 8;

/** The tiles have a heading over them, which is of no question, in a section in which the question is not. */
function isOfOtherSection({ asking, board, whole, pictures: [first] }: Shown): boolean {
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
  const shown: Shown = { asking, questions, pictures, board, whole };
  return (
    isGallery(tiles) ||
    isRecord(shown) ||
    isUntouchable(shown) ||
    isQuoted(shown) ||
    isCounted(shown) ||
    isAnswered(shown) ||
    isOfOtherSection(shown)
  );
}
