import type { AskingText } from './asking-texts.ts';
import { layoutParent } from './flat-tree.ts';

/** A question with its tiles, and what they lie in. */
export interface ShownQuestion {
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
export function aroundAll([first, ...others]: readonly Element[]): Element | undefined {
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

export function isWithin(element: Element, outer: Element): boolean {
  for (let above: Element | undefined = element; above; above = layoutParent(above)) {
    if (above === outer) return true;
  }
  return false;
}
