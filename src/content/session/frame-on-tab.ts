import { createMeasurer } from '../page/measurer.ts';

/** The element that holds a frame's window; undefined across origins, where it must not be known. */
function frameElementOf(inner: Window): Element | undefined {
  try {
    return inner.frameElement ?? undefined;
  } catch {
    // A window of another origin throws: that is the answer.
    return undefined;
  }
}

/**
 * From CSS pixels of this frame's viewport to those of the tab's. Undefined inside a frame of another origin, whose
 * place in the tab cannot be known from within.
 */
export function frameOnTab(): DOMMatrix | undefined {
  let toTab = new DOMMatrix();
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    const element = frameElementOf(inner);
    if (!element) return undefined;
    const { shape, right, down } = createMeasurer()(element);
    const { centre, across, down: side } = shape;
    const style = getComputedStyle(element);
    const left = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft);
    const top = Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop);
    const [x, y] = [centre.x - (across.x + side.x) / 2, centre.y - (across.y + side.y) / 2];
    toTab = new DOMMatrix([right.x, right.y, down.x, down.y, x, y]).translate(left, top).multiply(toTab);
  }
  return toTab;
}

/** From CSS pixels of the tab's viewport to pixels of a capture of it. */
export function tabToCapture(captureWidth: number): DOMMatrix {
  const tab = window.top ?? window;
  const viewport = tab.visualViewport;
  // A pinch shows a part of the layout viewport; the capture is of that part.
  const isPinched = viewport !== null && viewport.scale !== 1;
  const scale = captureWidth / (isPinched ? viewport.width : tab.innerWidth);
  const matrix = new DOMMatrix().scale(scale);
  return isPinched ? matrix.translate(-viewport.offsetLeft, -viewport.offsetTop) : matrix;
}
