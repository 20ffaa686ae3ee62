import type { NotUnderstood, Question } from '../../grid/asked-for.ts';
import { askingLine, collapsed } from '../../grid/asking-line.ts';
import { MAX_QUESTION_LENGTH, mayBeQuestion, readQuestion } from '../../grid/read-question.ts';
import { findShadowRoot } from './flat-tree.ts';
import { blockText } from './block-text.ts';

/** A block of text, or the label of a group, that asks for pictures. */
export interface AskingText {
  readonly element: Element;
  /** Empty for a label, which has no place of its own. */
  readonly texts: readonly Text[];
  readonly question: string;
  readonly asked: Question | NotUnderstood;
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
/** Elements whose label names a control and not a group. */
const CONTROL = /^(?:button|a|input|img|li|option|svg|label)$/;

export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if (element instanceof HTMLAnchorElement)
    return element.href !== '' && !/^(?:#|javascript:)/i.test(element.getAttribute('href') ?? '#');
  return element instanceof HTMLElement && element.contentEditable === 'true';
}

/** The element that a text, or an element within a line, is a line of. */
export function blockOf(node: Node): Element | undefined {
  let element = node.parentElement;
  while (element && INLINE.has(element.localName)) element = element.parentElement;
  return element ?? undefined;
}

interface Run {
  readonly block: Element | undefined;
  readonly texts: Text[];
  length: number;
}

function textOf(run: Run): string {
  return blockText(run.texts);
}

function asking(run: Run, next: Run | undefined): AskingText | undefined {
  const element = run.block ?? run.texts[0]?.parentElement ?? undefined;
  if (!element) return undefined;
  const text = textOf(run);
  const alone = readQuestion(text);
  if (alone) return { element, texts: run.texts, question: askingLine(text, alone), asked: alone };
  const asked = next && readQuestion(text, textOf(next));
  if (!asked) return undefined;
  return {
    element,
    texts: [...run.texts, ...next.texts],
    question: collapsed(`${text} ${textOf(next)}`),
    asked,
  };
}

function labelled(element: Element): AskingText | undefined {
  const label = element.getAttribute('aria-label');
  if (label === null || CONTROL.test(element.localName) || !mayBeQuestion(label)) return undefined;
  const asked = readQuestion(label);
  return asked && { element, texts: [], question: askingLine(label, asked), asked };
}

/**
 * Walks the texts under a node and gives those that ask for pictures; yields undefined now and then, so that the
 * caller can pause. Shadow roots on the way are walked too and told to `onRoot`.
 */
export function* askingTexts(
  top: Node,
  onRoot: (root: ShadowRoot) => void,
): Generator<AskingText | undefined> {
  const roots: Node[] = [top];
  for (let root = roots.pop(); root; root = roots.pop()) {
    let run: Run | undefined;
    let asked: Run | undefined;
    const flush = function* (): Generator<AskingText | undefined> {
      // The block before this one may have its thing here.
      if (asked) yield asking(asked, run);
      asked = undefined;
      if (
        run &&
        run.length <= 2 * MAX_QUESTION_LENGTH &&
        mayBeQuestion(run.texts.map(({ data }) => data).join(''))
      )
        asked = run;
      run = undefined;
    };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && isSkipped(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Element) {
        const shadow = findShadowRoot(node);
        if (shadow) {
          onRoot(shadow);
          roots.push(shadow);
        }
        if (node.localName === 'br' || isInline(node)) continue;
        yield labelled(node);
        if (run) yield* flush();
      } else if (node instanceof Text && node.length <= MAX_TEXT_NODE && /\S/.test(node.data)) {
        const block = blockOf(node);
        if (run && run.block !== block) yield* flush();
        run ??= { block, texts: [], length: 0 };
        run.texts.push(node);
        run.length += node.length;
      }
    }
    yield* flush();
    yield* flush();
  }
}
