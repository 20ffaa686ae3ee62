import { holdsFirstSign } from '../first-sign.ts';
import { blockOf, isInline } from './text-runs.ts';

/** A block with more children is a list, of which only what is new is looked at. */
const MANY_CHILDREN = 30;

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** The block whose text has changed with this node, or the root of a tree. */
function blockAt(node: Node): Node | undefined {
  if (node.nodeType === Node.TEXT_NODE || (isElement(node) && isInline(node))) return blockOf(node);
  return node;
}

function byTarget(batches: readonly (readonly MutationRecord[])[]): Map<Node, MutationRecord[]> {
  const targets = new Map<Node, MutationRecord[]>();
  for (const records of batches) {
    for (const record of records) {
      if (record.type === 'attributes') continue;
      const known = targets.get(record.target);
      if (known) known.push(record);
      else targets.set(record.target, [record]);
    }
  }
  return targets;
}

/** What is new in a list, or all of it where that is a part of one of its lines. */
function newIn(list: Node, records: readonly MutationRecord[]): Node[] {
  const added: Node[] = [];
  for (const { addedNodes } of records) {
    for (let index = 0; index < addedNodes.length; index += 1) {
      const node = addedNodes[index];
      if (!node || node.parentNode !== list) continue;
      if (isElement(node) && !isInline(node)) added.push(node);
      else if (mayAsk(node.previousSibling) || mayAsk(node) || mayAsk(node.nextSibling)) return [list];
    }
  }
  return added;
}

/**
 * The nodes under which mutations have changed or added texts, each once: blocks, or what was added to long ones.
 */
export function changedBlocks(batches: readonly (readonly MutationRecord[])[]): Node[] {
  const blocks = new Map<Node, MutationRecord[]>();
  for (const [target, records] of byTarget(batches)) {
    const block = target.isConnected ? blockAt(target) : undefined;
    const known = block && blocks.get(block);
    if (known) known.push(...records);
    else if (block) blocks.set(block, records);
  }
  const lengths = new Map<Node, boolean>();
  const isLong = (node: Node): boolean => {
    const known = lengths.get(node);
    if (known !== undefined) return known;
    const isIt = 'childElementCount' in node && Number(node.childElementCount) > MANY_CHILDREN;
    lengths.set(node, isIt);
    return isIt;
  };
  const tops = new Set<Node>();
  for (const [block, records] of blocks) {
    const parent = block.parentNode;
    // All of the block above is looked at anyway.
    if (parent && blocks.has(parent) && !isLong(parent)) continue;
    for (const node of isLong(block) ? newIn(block, records) : [block]) tops.add(node);
  }
  return [...tops];
}

/** Whether anything under the node could be a request: one native look at all its text, and no walk. */
export function mayAsk(node: Node | null): boolean {
  return node !== null && holdsFirstSign(node.textContent ?? document.documentElement.textContent);
}
