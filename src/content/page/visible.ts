import { boundsOf, type Bounds, type Shape } from '../../grid/shape.ts';
import { layoutParent } from './flat-tree.ts';

/** Whether the element is drawn at all: displayed, not hidden, not wholly transparent. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: true,
  });
}

function isFixed(element: Element): boolean {
  for (let above: Element | undefined = element; above; above = layoutParent(above)) {
    if (getComputedStyle(above).position === 'fixed') return true;
  }
  return false;
}

function meets(bounds: Bounds, left: number, top: number, right: number, bottom: number): boolean {
  return bounds.right > left && bounds.left < right && bounds.bottom > top && bounds.top < bottom;
}

/** Whether the person can see the place, by scrolling where needed: not moved out to where no scrolling leads. */
export function isReachable(element: Element, shape: Shape): boolean {
  const bounds = boundsOf(shape);
  if (meets(bounds, 0, 0, innerWidth, innerHeight)) return true;
  if (isFixed(element)) return false;
  const page = document.scrollingElement ?? document.documentElement;
  const rightToLeft = getComputedStyle(page).direction === 'rtl';
  const left = (rightToLeft ? page.clientWidth - page.scrollWidth : 0) - scrollX;
  const right = (rightToLeft ? page.clientWidth : page.scrollWidth) - scrollX;
  return meets(bounds, left, -scrollY, right, page.scrollHeight - scrollY);
}
