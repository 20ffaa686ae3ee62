/** The element that an element is laid out in: its slot, its parent, or the host of its shadow root. */
export function layoutParent(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : undefined;
}

/** Elements that may carry a shadow root besides custom ones: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const PLAIN_HOSTS: ReadonlySet<string> = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** The commonest elements, those first that a page has most of. What is left is custom or hardly ever there. */
const COMMON =
  'div,span,a,p,li,td,tr,i,b,em,strong,u,img,input,button,label,ul,ol,h3,h2,h4,h1,h5,h6,svg,path,g,use,time,small,section,article,header,footer,main,nav,aside,table,tbody,thead,th,script,style,br,hr,link,meta,option,select,textarea,form,canvas,picture,source,figure,figcaption,video,iframe,pre,code,blockquote,dl,dt,dd,html,head,body,title';

/** Finds the elements of which `findShadowRoot` may give a root: custom ones, and plain ones without children. */
export const HOSTS = `:not(${COMMON}),:empty:is(${[...PLAIN_HOSTS].join()})`;

interface ChromeDom {
  readonly openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null;
}

/** Only a content script is given this; a test page sees open roots alone. */
const chromeDom: ChromeDom | undefined = typeof chrome === 'undefined' ? undefined : chrome.dom;

/** What was asked before: asking takes microseconds, and a page may have thousands of plain elements without children. */
let closedRoots = new WeakMap<Element, ShadowRoot | null>();

/** From now on elements are asked again: a root may have been attached. */
export function forgetShadowRoots(): void {
  closedRoots = new WeakMap();
}

/** The shadow root of an element, open or closed. */
export function findShadowRoot(element: Element): ShadowRoot | undefined {
  if (element.shadowRoot) return element.shadowRoot;
  const isCustom = element.localName.includes('-');
  // A plain element with children of its own hardly ever is a host, and asking costs more than all else in a scan.
  if (!isCustom && (element.firstChild || !PLAIN_HOSTS.has(element.localName))) return undefined;
  if (!(element instanceof HTMLElement)) return undefined;
  let root = closedRoots.get(element);
  if (root === undefined) {
    root = chromeDom?.openOrClosedShadowRoot?.(element) ?? null;
    closedRoots.set(element, root);
  }
  return root ?? undefined;
}
