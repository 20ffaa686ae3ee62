import { mayLineAsk } from './changed-blocks.ts';
import { blockOf } from './text-runs.ts';
import { signsIn } from './text-signs.ts';

/** Finds what is new on a page after a mass of changes, by looking at its text as one. */
export interface NewSigns {
  /** Takes what a page says for known: it is read by other means. */
  readonly learn: (roots: Iterable<Node>) => void;
  /** The blocks of what could ask and was not there when last looked; all of them, or the first. */
  readonly find: (roots: Iterable<Node>) => { readonly blocks: readonly Node[]; readonly isAll: boolean };
  /** What is on the page may be new. */
  readonly forget: () => void;
}

/** Signs that are looked up at once, and of each kind so many of the first and of the last. */
const MOST_SIGNS = 32;
const OF_EACH = 2;
/** What is there so often is a list; more of it is new again only when it has become so many times as much. */
const MANY = 3;
const GROWTH = 2;
/** The thing that is asked for may stand in a block of its own, beside that of the sign. */
const LEVELS = 3;
/** A block of more characters holds more than a request. */
const MOST_TEXT = 480;
/** A request whose very words are in blocks of their own is short. */
const MOST_SPLIT = 120;

function topOf(root: Node): Node {
  return root instanceof Document ? (root.body ?? root) : root;
}

function textOf(top: Node): string {
  return top instanceof ShadowRoot || top instanceof Element ? (top.textContent ?? '') : '';
}

/** The text under a node, where it is no longer than that: nobody puts that of a large part together to learn so. */
function shortText(node: Node, most: number): string | undefined {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let text = '';
  for (let next = walker.nextNode(); next && text.length <= most; next = walker.nextNode()) {
    if (next instanceof Text) text += next.data;
  }
  return text.length > most ? undefined : text;
}

/** The texts at these places of the joined text, in one walk. */
function textsAt(top: Node, places: readonly number[]): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let end = 0;
  let next = 0;
  for (let node = walker.nextNode(); node && next < places.length; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    end += node.length;
    if ((places[next] ?? Infinity) >= end) continue;
    texts.push(node);
    while ((places[next] ?? Infinity) < end) next += 1;
  }
  return texts;
}

/**
 * What is to be read for the sign in a text: its block with what is around it. Nothing where the sign was only made by
 * what else stands there once texts are joined.
 */
function askingAround(text: Text): Node | undefined {
  const block = blockOf(text);
  if (!block) return undefined;
  const own = shortText(block, MOST_TEXT);
  if (own === undefined) return mayLineAsk(text) ? block : undefined;
  const around = surroundings(block, signsIn(own).length > 0 ? MOST_TEXT : MOST_SPLIT);
  return signsIn(textOf(around)).length > 0 ? around : undefined;
}

/** The outermost element around a block that holds no more text. */
function surroundings(block: Element, most: number): Element {
  let around = block;
  for (let level = 0; level < LEVELS; level += 1) {
    const above: Element | null = around.parentElement;
    if (!above || above === document.body || shortText(above, most) === undefined) break;
    around = above;
  }
  return around;
}

interface Place {
  readonly top: Node;
  readonly at: number;
}

/** Where each sign stands, by its key. */
function placesOf(roots: Iterable<Node>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const root of roots) {
    if (!root.isConnected) continue;
    const top = topOf(root);
    for (const { at, key } of signsIn(textOf(top))) {
      const known = places.get(key);
      if (known) known.push({ top, at });
      else places.set(key, [{ top, at }]);
    }
  }
  return places;
}

function blocksAt(places: readonly Place[]): Node[] {
  const blocks = new Set<Node>();
  for (const top of new Set(places.map((place) => place.top))) {
    const offsets = places.flatMap((place) => (place.top === top ? place.at : [])).toSorted((a, b) => a - b);
    for (const text of textsAt(top, offsets)) {
      const block = askingAround(text);
      if (block) blocks.add(block);
    }
  }
  return [...blocks];
}

/** The outermost of very many alike. */
function someOf(places: readonly Place[]): readonly Place[] {
  return places.length <= 2 * OF_EACH ? places : [...places.slice(0, OF_EACH), ...places.slice(-OF_EACH)];
}

export function createNewSigns(): NewSigns {
  /** How often each sign was there when last looked at. */
  const known = new Map<string, number>();

  function isNew(key: string, count: number): boolean {
    const before = known.get(key) ?? 0;
    return before < MANY ? count > before : count >= before * GROWTH;
  }

  return {
    learn(roots) {
      for (const [key, { length }] of placesOf(roots)) known.set(key, length);
    },
    find(roots) {
      const places = placesOf(roots);
      const taken: Place[] = [];
      let isAll = true;
      for (const [key, all] of places) {
        if (!isNew(key, all.length)) {
          // Fewer of a few are remembered as fewer; a list that is taken away comes back as a list.
          if (all.length < MANY) known.set(key, all.length);
        } else if (taken.length < MOST_SIGNS) {
          taken.push(...someOf(all));
          known.set(key, all.length);
        } else isAll = false;
      }
      for (const [key, count] of known) if (count < MANY && !places.has(key)) known.delete(key);
      return { blocks: taken.length > 0 ? blocksAt(taken) : [], isAll };
    },
    forget: () => known.clear(),
  };
}
