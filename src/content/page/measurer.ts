import { uprightShape, type Shape, type Vector } from '../../grid/shape.ts';
import { layoutParent } from './flat-tree.ts';

/** Where the border box of an element lies, and how its own CSS pixels map to the screen. */
export interface Frame {
  readonly shape: Shape;
  /** One CSS pixel of the element, to its right and down, as vectors on the screen. */
  readonly right: Vector;
  readonly down: Vector;
}

interface Linear {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const IDENTITY: Linear = { a: 1, b: 0, c: 0, d: 1 };

function ownTransform(element: Element): Linear {
  const { transform, rotate, scale } = getComputedStyle(element);
  if (transform === 'none' && rotate === 'none' && scale === 'none') return IDENTITY;
  const [x = '1', y = x] = scale.split(' ');
  const steps = [
    rotate === 'none' ? '' : `rotate(${rotate})`,
    scale === 'none' ? '' : `scale(${x},${y})`,
    transform === 'none' ? '' : transform,
  ];
  try {
    return new DOMMatrixReadOnly(steps.join(' ').trim());
  } catch {
    // A turn about another axis (rotate: x 30deg) has no place in the plane; the bounds still hold.
    return IDENTITY;
  }
}

function multiply(outer: Linear, inner: Linear): Linear {
  if (inner === IDENTITY) return outer;
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
  };
}

export type Measurer = (element: Element) => Frame;

/** Measures elements in one pass over an unchanging layout; ancestors' transforms are read once. */
export function createMeasurer(): Measurer {
  const transforms = new Map<Element, Linear>();
  const frames = new Map<Element, Frame>();

  function transformOf(element: Element): Linear {
    const known = transforms.get(element);
    if (known) return known;
    // Not recursive: a hostile page nests thousands deep.
    const chain: Element[] = [];
    let above: Element | undefined = element;
    while (above && !transforms.has(above)) {
      chain.push(above);
      above = layoutParent(above);
    }
    let linear = (above && transforms.get(above)) ?? IDENTITY;
    for (const step of chain.toReversed()) {
      linear = multiply(linear, ownTransform(step));
      transforms.set(step, linear);
    }
    return linear;
  }

  function frameOf(element: Element): Frame {
    const rect = element.getBoundingClientRect();
    const zoom = element.currentCSSZoom;
    const { a, b, c, d } = transformOf(element);
    const right = { x: a * zoom, y: b * zoom };
    const down = { x: c * zoom, y: d * zoom };
    const isUpright = b === 0 && c === 0 && a > 0 && d > 0;
    if (isUpright || !(element instanceof HTMLElement)) {
      return { shape: uprightShape(rect.left, rect.top, rect.width, rect.height), right, down };
    }
    const { offsetWidth: width, offsetHeight: height } = element;
    const shape = {
      centre: { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 },
      across: { x: right.x * width, y: right.y * width },
      down: { x: down.x * height, y: down.y * height },
    };
    return { shape, right, down };
  }

  return (element) => {
    const known = frames.get(element);
    if (known) return known;
    const frame = frameOf(element);
    frames.set(element, frame);
    return frame;
  };
}
