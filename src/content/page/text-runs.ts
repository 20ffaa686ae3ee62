import { findShadowRoot } from './flat-tree.ts';

/** Neighbouring texts of one block, or the label of a group, which has no texts. */
export interface TextRun {
  readonly element: Element;
  readonly texts: readonly Text[];
  /** The texts, one after the other as they stand in the source; or the label. */
  readonly data: string;
}

/** Text in these is not said to the person, or is quoted. */
const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template textarea select option code pre blockquote q cite samp kbd figcaption svg math iframe object video audio canvas'.split(
    ' ',
  ),
);
const INLINE: ReadonlySet<string> = new Set(
  'span b strong em i u mark font small big sub sup bdi bdo s ins del time data var ruby rb abbr wbr'.split(
    ' ',
  ),
);
/** A text node of more is no question, whatever it holds; it is not even read. Characters, white space included. */
const MAX_TEXT_NODE = 1_000;
/** A block of more is prose. */
const MAX_RUN = 480;
/** Elements whose label names a control and not a group. */
const CONTROL = /^(?:button|a|input|img|li|option|svg|label)$/;

export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

/** The element that a text, or an element within a line, is a line of. */
export function blockOf(node: Node): Element | undefined {
  let element = node.parentElement;
  while (element && INLINE.has(element.localName)) element = element.parentElement;
  return element ?? undefined;
}

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if (element instanceof HTMLAnchorElement) {
    return element.href !== '' && !/^(?:#|javascript:)/i.test(element.getAttribute('href') ?? '#');
  }
  return element instanceof HTMLElement && element.contentEditable === 'true';
}

function labelOf(element: Element): TextRun | undefined {
  const label = element.getAttribute('aria-label');
  if (!label || label.length > MAX_RUN || CONTROL.test(element.localName)) return undefined;
  return { element, texts: [], data: label };
}

/** An element that holds nothing but text, or nothing: most of what pages add is that, and a walker costs more. */
function* leafRuns(element: Element): Generator<TextRun | undefined> {
  yield labelOf(element);
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  const data = texts.map((text) => text.data).join('');
  if (!isSkipped(element) && data.length <= MAX_RUN && /\S/.test(data)) yield { element, texts, data };
}

/**
 * Walks the texts under a node, run by run; yields undefined now and then, so that the caller can pause. Shadow roots
 * on the way are walked too and told to `onRoot`, which says whether they are to be.
 */
export function* textRuns(top: Node, onRoot: (root: ShadowRoot) => boolean): Generator<TextRun | undefined> {
  if (top instanceof Element && !top.firstElementChild && !findShadowRoot(top)) {
    yield* leafRuns(top);
    return;
  }
  const roots: Node[] = [top];
  for (let root = roots.pop(); root; root = roots.pop()) {
    let texts: Text[] = [];
    let block: Element | undefined;
    const take = (): TextRun | undefined => {
      const data = texts.map((text) => text.data).join('');
      const element = block ?? texts[0]?.parentElement;
      const run = element && data.length <= MAX_RUN ? { element, texts, data } : undefined;
      texts = [];
      return run;
    };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && isSkipped(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Element) {
        const shadow = findShadowRoot(node);
        if (shadow && onRoot(shadow)) roots.push(shadow);
        if (node.localName === 'br' || isInline(node)) continue;
        if (texts.length > 0) yield take();
        yield labelOf(node);
      } else if (node instanceof Text && node.length <= MAX_TEXT_NODE && /\S/.test(node.data)) {
        const own = blockOf(node);
        if (texts.length > 0 && own !== block) yield take();
        block = own;
        texts.push(node);
      }
    }
    if (texts.length > 0) yield take();
  }
}
