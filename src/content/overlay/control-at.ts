import { elementAt } from '../page/element-at.ts';
import { layoutParent } from '../page/flat-tree.ts';

const CONTROLS =
  'button,input,select,textarea,summary,label,a[href],[role="button"],[role="link"],[role="checkbox"],[contenteditable]';

/** Whether the page has something to press or to write in at a point. */
export function isControlAt(x: number, y: number): boolean {
  let element = elementAt({ x, y });
  while (element && !element.matches(CONTROLS)) element = layoutParent(element);
  return element !== undefined;
}
