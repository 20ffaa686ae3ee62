import type { Box, BoxKind } from '../../grid/box.ts';
import { areaOf, boundsOf, type Bounds, type Shape } from '../../grid/shape.ts';
import { MIN_TILE_SIDE } from '../../grid/size-groups.ts';
import { pictureOf, pseudoPictureOf, type Picture } from '../picture/picture.ts';
import { findShadowRoot, layoutParent } from './flat-tree.ts';
import { createMeasurer, type Measurer } from './measurer.ts';
import { seenShape } from './seen-shape.ts';

export interface SurveyedBox {
  readonly element: Element;
  readonly picture?: Picture;
}

/** Elements looked at for one question, boxes kept, and milliseconds spent on it. */
const MAX_ELEMENTS = 5_000;
const MAX_BOXES = 1_500;
const MAX_TIME = 20;
/** Children to each side of the one in which the question stands. */
const MOST_CHILDREN = 1_000;
/** One look at the clock for this many elements. */
const ELEMENTS_A_LOOK = 32;
/** Tiles of a question lie no further from it than this, in CSS pixels; whole parts of a page are passed over. */
const REACH = 1_000;
/** How many wrappers of a picture may be the tile, and how much larger than the picture. */
const WRAPPER_LEVELS = 3;
const WRAPPER_AREA = 2.5;
/** A cell is at most this part of the picture that it lies over. */
const CELL_AREA = 0.3;
const SKIPPED: ReadonlySet<string> = new Set(
  'script style template noscript br option head link meta'.split(' '),
);

const KINDS = {
  image: 'image',
  content: 'image',
  drawing: 'image',
  canvas: 'canvas',
  background: 'background',
  filled: 'background',
} as const satisfies Record<Picture['kind'], BoxKind>;

/** Measures what lies under elements, once each, and keeps what could be a tile or a picture. */
export interface Survey {
  /** Looks at an element and all under it. */
  readonly add: (element: Element) => void;
  readonly pictureCount: () => number;
  readonly boxes: () => Box[];
  readonly find: (id: number) => SurveyedBox | undefined;
  readonly isFull: () => boolean;
  readonly measure: Measurer;
}

/** @param centre bounds of the question, around which is looked */
export function createSurvey(centre: Bounds): Survey {
  const measure = createMeasurer();
  const seen = new Set<Element>();
  const pictures: Box[] = [];
  const plain: Element[] = [];
  const found: SurveyedBox[] = [];
  const until = performance.now() + MAX_TIME;
  /** What was added last, around which is looked next. */
  let from: Element | undefined;
  let isLate = false;
  const isFull = (): boolean => isLate || seen.size >= MAX_ELEMENTS || pictures.length >= MAX_BOXES;
  const lookAtClock = (count: number): void => {
    if (count % ELEMENTS_A_LOOK === 0 && performance.now() > until) isLate = true;
  };

  function keep(kind: BoxKind, shape: Shape, surveyed: SurveyedBox): Box {
    found.push(surveyed);
    return { id: found.length - 1, kind, shape };
  }

  function isFar({ left, top, right, bottom, width, height }: DOMRect): boolean {
    // A box without a size may hold what overflows it.
    if (width === 0 || height === 0) return false;
    const [aside, apart] = [
      Math.max(left - centre.right, centre.left - right),
      Math.max(top - centre.bottom, centre.top - bottom),
    ];
    return aside > REACH || apart > REACH;
  }

  /** Whether what is under the element is worth a look. */
  function look(element: Element): boolean {
    const rect = element.getBoundingClientRect();
    if (isFar(rect)) return false;
    if (rect.width < MIN_TILE_SIDE || rect.height < MIN_TILE_SIDE) return true;
    const picture = pictureOf(element);
    const shape = picture && seenShape(element, measure);
    if (picture && shape) pictures.push(keep(KINDS[picture.kind], shape, { element, picture }));
    else if (!picture && !(element instanceof SVGElement)) plain.push(element);
    return true;
  }

  function add(top: Element): void {
    const last = from;
    from = top;
    const waiting = [top];
    for (let element = waiting.pop(); element && !isFull(); element = waiting.pop()) {
      if (seen.has(element) || SKIPPED.has(element.localName)) continue;
      seen.add(element);
      lookAtClock(seen.size);
      if (look(element)) for (const child of childrenOf(element, last)) waiting.push(child);
    }
  }

  /** Elements that hold one picture and are not much larger. */
  function wrappers(): Box[] {
    const holds = new Map<Element, { count: number; area: number; surveyed: SurveyedBox | undefined }>();
    for (const box of pictures) {
      const surveyed = found[box.id];
      let wrapper = surveyed && layoutParent(surveyed.element);
      for (let level = 0; wrapper && level < WRAPPER_LEVELS; level += 1) {
        const held = holds.get(wrapper) ?? { count: 0, area: areaOf(box.shape), surveyed };
        held.count += 1;
        holds.set(wrapper, held);
        wrapper = layoutParent(wrapper);
      }
    }
    return [...holds].flatMap(([element, { count, area, surveyed }]) => {
      if (count > 1 || !surveyed?.picture) return [];
      const shape = seenShape(element, measure);
      const fits = shape && areaOf(shape) <= area * WRAPPER_AREA;
      return fits ? [keep('wrapper', shape, { element, picture: surveyed.picture })] : [];
    });
  }

  /** Elements without a picture that lie over a larger one, or that a pseudo-element gives a picture. */
  function cells(): Box[] {
    const under = pictures.map(({ shape }) => ({ bounds: boundsOf(shape), area: areaOf(shape) }));
    const largest = under.toSorted((a, b) => b.area - a.area).slice(0, 20);
    return plain.slice(0, MAX_BOXES).flatMap((element, index) => {
      lookAtClock(index);
      if (isLate || (largest.length === 0 && element.childElementCount > 0)) return [];
      const picture = element.childElementCount === 0 ? pseudoPictureOf(element) : undefined;
      const { shape } = measure(element);
      if (picture) return [keep('background', shape, { element, picture })];
      const { x, y } = shape.centre;
      const over = largest.some(
        ({ bounds, area }) =>
          x > bounds.left &&
          x < bounds.right &&
          y > bounds.top &&
          y < bounds.bottom &&
          areaOf(shape) < area * CELL_AREA,
      );
      return over ? [keep('cell', shape, { element })] : [];
    });
  }

  return {
    add,
    isFull,
    measure,
    pictureCount: () => pictures.length + plain.length,
    boxes: () => [...pictures, ...wrappers(), ...cells()].slice(0, 2 * MAX_BOXES),
    find: (id) => found[id],
  };
}

/** Children nearest to one of them, in the order of the page. */
function near(child: Element): Element[] {
  const children = [child];
  for (let next = child.nextElementSibling; next && children.length < MOST_CHILDREN;) {
    children.push(next);
    next = next.nextElementSibling;
  }
  const before: Element[] = [];
  for (let next = child.previousElementSibling; next && before.length < MOST_CHILDREN;) {
    before.push(next);
    next = next.previousElementSibling;
  }
  return [...before.toReversed(), ...children];
}

/** @param from one of the children, perhaps: of very many only those around it are looked at */
function childrenOf(element: Element, from: Element | undefined): Element[] {
  const shadow = findShadowRoot(element);
  const isCrowd = from?.parentElement === element && element.childElementCount > 2 * MOST_CHILDREN;
  const children = isCrowd ? near(from) : [...element.children];
  return (shadow ? [...shadow.children, ...children] : children).toReversed();
}
