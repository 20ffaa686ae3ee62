import { layoutParent } from '../page/flat-tree.ts';
import { OVERLAY_STYLE } from './overlay-style.ts';

/** The page's own style must not reach the host, nor may the host take part in the page's layout. */
const HOST_STYLE = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: 'auto',
  height: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  'pointer-events': 'none',
  display: 'block',
} as const;

export interface OverlayHost {
  readonly element: HTMLElement;
  /** All that is drawn lies in here, behind a closed shadow root. */
  readonly layer: HTMLElement;
  /** Puts the host above all else, in the dialog that the element belongs to where there is one. */
  readonly raise: (near: Element) => void;
  readonly remove: () => void;
}

/** What lies outside an open modal dialog is inert, for pointers and for screen readers. */
function homeOf(element: Element): Element {
  for (let above: Element | undefined = element; above; above = layoutParent(above)) {
    if (above.matches('dialog:modal')) return above;
  }
  return document.documentElement;
}

export function createOverlayHost(): OverlayHost {
  const element = document.createElement('div');
  for (const [name, value] of Object.entries(HOST_STYLE)) element.style.setProperty(name, value, 'important');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(OVERLAY_STYLE);
  root.adoptedStyleSheets = [sheet];
  const layer = document.createElement('div');
  layer.className = 'layer';
  root.append(layer);
  return {
    element,
    layer,
    raise(near) {
      const home = homeOf(near);
      if (element.parentNode !== home) home.append(element);
      // The top layer is a stack: who shows last is on top, above dialogs that were open before.
      if (element.matches(':popover-open')) element.hidePopover();
      element.showPopover();
    },
    remove: () => element.remove(),
  };
}
