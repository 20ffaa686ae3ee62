import { withinShape, type Shape } from '../../grid/shape.ts';
import { layoutParent } from './flat-tree.ts';
import type { Measurer } from './measurer.ts';

/** Pictures are cut by wrappers a few levels up, hardly further; each level costs a style. */
const LEVELS = 5;

interface Span {
  readonly from: number;
  readonly to: number;
}

const WHOLE: Span = { from: -0.5, to: 0.5 };

function cut(span: Span, centre: number, size: number): Span {
  return { from: Math.max(span.from, centre - size / 2), to: Math.min(span.to, centre + size / 2) };
}

function part(shape: Shape, across: Span, down: Span): Shape {
  const [x, y] = [(across.from + across.to) / 2, (down.from + down.to) / 2];
  const [width, height] = [across.to - across.from, down.to - down.from];
  return {
    centre: {
      x: shape.centre.x + x * shape.across.x + y * shape.down.x,
      y: shape.centre.y + x * shape.across.y + y * shape.down.y,
    },
    across: { x: shape.across.x * width, y: shape.across.y * width },
    down: { x: shape.down.x * height, y: shape.down.y * height },
  };
}

/**
 * The part of an element that its wrappers let through (overflow: hidden, as sprites of img elements have it); what
 * is only scrolled out counts as seen. Undefined where nothing is left.
 */
export function seenShape(element: Element, measure: Measurer): Shape | undefined {
  const { shape } = measure(element);
  let [across, down] = [WHOLE, WHOLE];
  let wrapper = layoutParent(element);
  for (let level = 0; wrapper && wrapper !== document.documentElement && level < LEVELS; level += 1) {
    const { overflowX, overflowY } = getComputedStyle(wrapper);
    const clipsX = overflowX === 'hidden' || overflowX === 'clip';
    const clipsY = overflowY === 'hidden' || overflowY === 'clip';
    if ((clipsX || clipsY) && wrapper !== document.body) {
      const outer = measure(wrapper).shape;
      const centre = withinShape(shape, outer.centre);
      const [width, height] = [
        Math.hypot(outer.across.x, outer.across.y) / Math.hypot(shape.across.x, shape.across.y),
        Math.hypot(outer.down.x, outer.down.y) / Math.hypot(shape.down.x, shape.down.y),
      ];
      if (clipsX) across = cut(across, centre.x, width);
      if (clipsY) down = cut(down, centre.y, height);
    }
    wrapper = layoutParent(wrapper);
  }
  if (across.to <= across.from || down.to <= down.from) return undefined;
  return across === WHOLE && down === WHOLE ? shape : part(shape, across, down);
}
