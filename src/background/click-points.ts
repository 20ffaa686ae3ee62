import type { Point } from '../shared/messages.ts';

/**
 * Runs in the page, so it stands alone: an ordinary click at each point, in shadow trees too. Clicks nothing and
 * returns false where a frame lies under a point: what is in there belongs to another document.
 */
export function clickPoints(points: readonly Point[]): boolean {
  const targets = points.map(({ x, y }) => {
    let root: Document | ShadowRoot | null = document;
    let found: Element | null = null;
    while (root !== null) {
      const inner: Element | null = root.elementFromPoint(x, y);
      if (inner === null || inner === found) break;
      found = inner;
      root = inner instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(inner) : null;
    }
    return found;
  });
  if (targets.some((target) => target === null || /^I?FRAME$/.test(target.tagName))) return false;
  for (const [index, target] of targets.entries()) {
    const point = points[index];
    if (target === null || point === undefined) continue;
    const init = {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: window,
      detail: 1,
      clientX: point.x,
      clientY: point.y,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
    };
    target.dispatchEvent(new PointerEvent('pointerdown', { ...init, buttons: 1 }));
    target.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: 1 }));
    target.dispatchEvent(new PointerEvent('pointerup', init));
    target.dispatchEvent(new MouseEvent('mouseup', init));
    target.dispatchEvent(new PointerEvent('click', init));
  }
  return true;
}
