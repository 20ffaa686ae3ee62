import { holdsFirstSign } from '../first-sign.ts';
import { MASS } from './mass.ts';
import { blockOf, isInline } from './text-runs.ts';

/** A block with more children is a list, of which only what is new is looked at. */
const MANY_CHILDREN = 30;

/** A block of fewer characters is looked at as a whole. */
const SHORT_TEXT = 400;
/** And one of more is a part of the page, of which only what is new is looked at too. */
const LONG_TEXT = 4_000;
/** An element of fewer may be what the one before it asks for. */
const MAX_THING = 60;

export type Changes = readonly (readonly MutationRecord[])[];

/** Numbers of their own: looking up Node.ELEMENT_NODE a thousand times is felt. */
const ELEMENT = 1;
const TEXT = 3;

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

/** All text under a node, in one native look. */
function textOf(node: Node): string {
  return node.textContent ?? document.documentElement.textContent;
}

function isLong(node: Node, text: string): boolean {
  if (!isElement(node) || node.firstElementChild === null) return false;
  return text.length > LONG_TEXT || node.childElementCount > MANY_CHILDREN;
}

const ANY_LETTER = /\p{L}/u;

/** Parts of one line to each side of one of them; letters may have an element each. */
const MOST_PARTS = 40;

function isOfLine(node: Node | null): node is Node {
  return node !== null && (!isElement(node) || isInline(node) || node.localName === 'br');
}

/** Whether the line that a text or an element within a line belongs to could be a request. */
export function mayLineAsk(part: Node): boolean {
  let node = part;
  while (node.parentElement && isInline(node.parentElement)) node = node.parentElement;
  let text = node.textContent ?? '';
  let [before, after] = [node.previousSibling, node.nextSibling];
  for (let count = 0; count < MOST_PARTS && isOfLine(before); count += 1) {
    text = (before.textContent ?? '') + text;
    before = before.previousSibling;
  }
  for (let count = 0; count < MOST_PARTS && isOfLine(after); count += 1) {
    text += after.textContent ?? '';
    after = after.nextSibling;
  }
  return holdsFirstSign(text);
}

/** Clocks, prices and counters: what changes most often makes no request of a line that was none. */
function isNumber(part: Node): boolean {
  return !ANY_LETTER.test(part.textContent ?? '');
}

/** What was added, by where it was added. */
function addedTo(changes: Changes): Map<Node, Node[]> {
  const added = new Map<Node, Node[]>();
  let last: Node | undefined;
  let nodes: Node[] = [];
  for (const records of changes) {
    for (const { target, addedNodes } of records) {
      const count = addedNodes.length;
      if (count > 0 && target !== last) {
        last = target;
        nodes = added.get(target) ?? [];
        added.set(target, nodes);
      }
      for (let index = 0; index < count; index += 1) nodes.push(addedNodes[index] ?? target);
    }
  }
  return added;
}

/** An element, with the one before it where that may ask for what it says. */
function withAsking(element: Element): Element[] {
  const before = element.previousElementSibling;
  const isThing = before !== null && textOf(element).length <= MAX_THING;
  const asks = isThing && textOf(before).length <= SHORT_TEXT && holdsFirstSign(textOf(before));
  return asks ? [before, element] : [element];
}

/** What is new in a long list; all of it where a part of one of its lines could make that a request. */
function newIn(list: Node, added: readonly Node[]): Node[] {
  const blocks: Node[] = [];
  for (const node of added) {
    if (node.parentNode !== list) continue;
    if (isElement(node) && !isInline(node)) blocks.push(...withAsking(node));
    else if (mayLineAsk(node)) return [list];
  }
  return blocks;
}

/** Every node that was changed, or to which something was added or removed. */
function targetsOf(changes: Changes): Set<Node> {
  const targets = new Set<Node>();
  let last: Node | undefined;
  for (const records of changes) {
    for (const record of records) {
      const { target } = record;
      if (target === last || record.type === 'attributes') continue;
      last = target;
      targets.add(target);
    }
  }
  return targets;
}

/** Where mutations have changed or added texts. */
export interface Changed {
  /** Blocks, and what was added to long ones. */
  readonly blocks: readonly Node[];
  /** Those of them whose text may hold a request. */
  readonly asking: readonly Node[];
  /** More was added to some list than is looked at one by one. */
  readonly isMass: boolean;
}

/** Tells changes apart. A burst may be of thousands, so each costs as few steps as possible. */
export function changedBlocks(changes: Changes): Changed {
  const covered = new Set<Node>();
  const blocks: Node[] = [];
  const asking: Node[] = [];
  let added: Map<Node, Node[]> | undefined;
  let isMass = false;

  function take(block: Node, text: string): void {
    covered.add(block);
    blocks.push(block);
    if (holdsFirstSign(text)) asking.push(block);
  }

  for (const target of targetsOf(changes)) {
    const isPart = target.nodeType === TEXT || (isElement(target) && isInline(target));
    if (isPart && (isNumber(target) || !mayLineAsk(target))) continue;
    const block = isPart ? blockOf(target) : target;
    if (!block?.isConnected || covered.has(block)) continue;
    if (block.parentNode && covered.has(block.parentNode)) {
      covered.add(block);
      continue;
    }
    const text = textOf(block);
    // Of a long block only what is new is looked at, and covered.
    if (text.length <= SHORT_TEXT || !isLong(block, text)) take(block, text);
    else {
      added ??= addedTo(changes);
      const news = added.get(block) ?? [];
      if (news.length > MASS) isMass = true;
      else for (const node of newIn(block, news)) take(node, node === block ? text : textOf(node));
    }
  }
  return { blocks, asking, isMass };
}
