import { holdsFirstSign } from '../first-sign.ts';
import { HOSTS, layoutParent } from './flat-tree.ts';

/** Neighbouring texts of one block, or the label of a group, which has no texts. */
export interface TextRun {
  readonly element: Element;
  readonly texts: readonly Text[];
  /** The texts, one after the other as they stand in the source; or the label. */
  readonly data: string;
}

/** Text in these is not said to the person, or is quoted. */
const SKIPPED: ReadonlySet<string> = new Set(
  'head script style noscript template textarea select option code pre blockquote q cite samp title desc metadata defs symbol math iframe object video audio canvas'.split(
    ' ',
  ),
);
const INLINE: ReadonlySet<string> = new Set(
  'span b strong em i u mark kbd font small big sub sup bdi bdo s ins del time data var ruby rb abbr wbr tspan textPath'.split(
    ' ',
  ),
);
/** A text node of more is no question, whatever it holds; it is not even read. Characters, white space included. */
const MAX_TEXT_NODE = 1_000;
/** A block of more is prose. */
const MAX_RUN = 480;
/** Elements whose label names a control and not a group. */
const CONTROL = /^(?:button|a|img|li|option|svg|label)$/;

export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

/** Where an element within a line is placed by its own style, as each line of a shown document is. */
function placeOf(element: Element): string | undefined {
  const style = element.getAttribute('style');
  return style?.includes('left:') ? /(?:^|[;\s])top:\s*([^;]+)/.exec(style)?.[1] : undefined;
}

/** The element that a text, or an element within a line, is a line of. */
export function blockOf(node: Node): Element | undefined {
  let element = node.parentElement;
  while (element && INLINE.has(element.localName)) element = element.parentElement;
  return element ?? undefined;
}

/** The text beside a box to tick names that choice. */
function isOfOption({ control }: HTMLLabelElement): boolean {
  return control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type);
}

/** What stands under a figure describes it; what stands over it may ask. */
function isUnderFigure(element: Element): boolean {
  return element.localName === 'figcaption' && element.nextElementSibling === null;
}

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName) || isUnderFigure(element)) return true;
  if (element instanceof HTMLLabelElement) return isOfOption(element);
  if (!element.hasAttributes()) return false;
  if (element.localName === 'a') {
    const href = element.getAttribute('href');
    return href !== null && !/^(?:#|javascript:|$)/i.test(href);
  }
  const editable = element.getAttribute('contenteditable');
  return editable === '' || editable === 'true' || editable === 'plaintext-only';
}

/** Whether an element lies in one whose texts are passed over. */
export function isInSkipped(element: Element): boolean {
  for (let above: Element | undefined = element; above; above = layoutParent(above)) {
    if (isSkipped(above)) return true;
  }
  return false;
}

/** What an element says without a text node: the label of a group, or the words in a field that is only shown. */
export function labelText(element: Element): string | undefined {
  if (!element.hasAttributes()) return undefined;
  if (element instanceof HTMLInputElement)
    return element.readOnly ? element.value || element.placeholder : undefined;
  return CONTROL.test(element.localName) ? undefined : (element.getAttribute('aria-label') ?? undefined);
}

/** Elements that may say something which their text does not: hosts of shadow roots, labels, fields. */
export const SPEAKS_WITHOUT_TEXT = `${HOSTS},[aria-label]:not(button,a,img,li,option,svg,label),input[readonly]`;

export function labelRun(element: Element): TextRun | undefined {
  const label = labelText(element);
  return label && label.length <= MAX_RUN ? { element, texts: [], data: label } : undefined;
}

function runOf(texts: readonly Text[], block: Element | undefined): TextRun | undefined {
  const data = texts.length === 1 ? (texts[0]?.data ?? '') : texts.map((text) => text.data).join('');
  const element = block ?? texts[0]?.parentElement;
  return element && data.length <= MAX_RUN ? { element, texts, data } : undefined;
}

function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** The run of an element that holds nothing but one short text, as most of what pages add does. */
export function leafRun(element: Element): TextRun | undefined {
  const text = element.firstChild;
  if (!text || !isText(text) || text.length > MAX_RUN || isSkipped(element)) return undefined;
  return { element, texts: [text], data: text.data };
}

/** Whether `leafRun` tells all of an element. */
export function isLeaf(element: Element): boolean {
  const only = element.firstChild;
  return only !== null && !only.nextSibling && isText(only);
}

/** The node after this one in the order of the page, not under it, within `top`. */
function nextOutside(node: Node, top: Node): Node | null {
  for (let from: Node | null = node; from && from !== top; from = from.parentNode) {
    if (from.nextSibling) return from.nextSibling;
  }
  return null;
}

/** A block of fewer characters may be the thing that the block before it asks for. */
const MAX_THING = 60;

/** Milliseconds for telling whole parts apart; elements nested thousands deep would cost more than the walk. */
const SIFT_TIME = 4;

/** A page that takes away what is just being read makes the reading begin anew, so many times. */
const MOST_RESTARTS = 2;

/** Most parts of a page hold no word of a request, which is told for a whole part at once. */
function holdsNoRequest(element: Element): boolean {
  if (element.firstElementChild === null || isInline(element)) return false;
  const text = element.textContent ?? '';
  return text.length > MAX_THING && !holdsFirstSign(text);
}

/**
 * Walks the texts under a node that could be requests, run by run, with what follows them; yields undefined now and
 * then, so that the caller can pause. What is in shadow roots is not under the node.
 */
export function* textRuns(top: Node): Generator<TextRun | undefined> {
  let texts: Text[] = [];
  let block: Element | undefined;
  let placed: string | undefined;
  let sifting = 0;
  let restarts = 0;
  // Not a TreeWalker: its filter would be called for every node, which costs more than the walk.
  let node: Node | null = top;
  while (node) {
    let isPassed = false;
    if (isElement(node)) {
      isPassed = isSkipped(node);
      if (!isPassed && sifting < SIFT_TIME) {
        const start = performance.now();
        isPassed = holdsNoRequest(node);
        sifting += performance.now() - start;
      }
      const isBlock = !isPassed && node.localName !== 'br' && !isInline(node);
      const place = isBlock || isPassed ? undefined : placeOf(node);
      if (isBlock || (place !== undefined && place !== placed)) {
        yield texts.length > 0 ? runOf(texts, block) : undefined;
        texts = [];
      }
      if (isBlock || place !== undefined) placed = place;
    } else if (isText(node) && node.length <= MAX_TEXT_NODE && /\S/.test(node.data)) {
      const own = blockOf(node);
      if (texts.length > 0 && own !== block) {
        yield runOf(texts, block);
        texts = [];
      }
      block = own;
      texts.push(node);
    }
    const next: Node | null = (!isPassed && node.firstChild) || nextOutside(node, top);
    const isLost: boolean = next === null && restarts < MOST_RESTARTS && !top.contains(node);
    if (isLost) restarts += 1;
    node = isLost ? top : next;
  }
  if (texts.length > 0) yield runOf(texts, block);
}
