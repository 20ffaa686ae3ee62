import { findShadowRoot } from './flat-tree.ts';
import { askingTexts, blockOf, isInline, type AskingText } from './asking-texts.ts';

/** The questions that a page's texts ask, kept up to date piece by piece. */
export interface TextWatch {
  /** Takes in what mutations have added or rewritten; cheap, reads nothing. */
  readonly note: (records: readonly MutationRecord[]) => void;
  readonly noteAll: () => void;
  /** Reads what was noted, as long as `mayGoOn` says so; true when all is read. */
  readonly read: (mayGoOn: () => boolean) => boolean;
  /** Questions that are still on the page, shown or not. */
  readonly questions: () => readonly AskingText[];
}

/** One look at the clock for this many nodes. */
const NODES_A_LOOK = 64;

/** A page with more requests lists them. */
const MAX_QUESTIONS = 40;

function dataOf({ texts }: AskingText): string {
  return texts.map(({ data }) => data).join('');
}

interface Known {
  readonly asking: AskingText;
  /** Its texts when it was read. */
  readonly data: string;
}

function isCurrent({ asking, data }: Known): boolean {
  const isThere = asking.element.isConnected && asking.texts.every((text) => text.isConnected);
  return (
    isThere &&
    (asking.texts.length === 0 ? asking.element.hasAttribute('aria-label') : dataOf(asking) === data)
  );
}

/** @param onRoot told of every shadow root that is met, more than once */
export function createTextWatch(onRoot: (root: ShadowRoot) => void): TextWatch {
  const noted = new Set<Node>();
  const questions = new Map<Node, Known>();
  let reading: Iterator<AskingText | undefined> | undefined;

  function note(node: Node): void {
    if (node instanceof Text) {
      const block = blockOf(node);
      if (block) noted.add(block);
    } else if (node instanceof Element) {
      const block = isInline(node) ? blockOf(node) : undefined;
      noted.add(block ?? node);
    }
  }

  function keep(asking: AskingText): void {
    const key = asking.texts[0] ?? asking.element;
    const data = dataOf(asking);
    const before = questions.get(key);
    // Read again and found the same: it stays the same question.
    const isSame = before?.data === data && before.asking.question === asking.question;
    if (!isSame && questions.size < MAX_QUESTIONS) questions.set(key, { asking, data });
  }

  function next(): Iterator<AskingText | undefined> | undefined {
    for (const node of noted) {
      noted.delete(node);
      // A text node that stands alone is told by one look; most of what pages add is that.
      const isLeaf = node instanceof Element && !node.firstElementChild && !findShadowRoot(node);
      if (node.isConnected && !(isLeaf && !node.textContent)) return askingTexts(node, onRoot);
    }
    return undefined;
  }

  return {
    note(records) {
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') note(target);
        for (const node of addedNodes) note(node);
      }
    },
    noteAll: () => noted.add(document.body),
    read(mayGoOn) {
      let count = 0;
      for (;;) {
        reading ??= next();
        if (!reading) return true;
        const step = reading.next();
        if (step.done) reading = undefined;
        else if (step.value) keep(step.value);
        count += 1;
        if (count % NODES_A_LOOK === 0 && !mayGoOn()) return false;
      }
    },
    questions() {
      for (const [key, question] of questions) if (!isCurrent(question)) questions.delete(key);
      return [...questions.values()].map(({ asking }) => asking);
    },
  };
}
