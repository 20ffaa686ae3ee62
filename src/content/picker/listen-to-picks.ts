import { isShown } from '../page/visible.ts';

export interface Picks {
  /** While this is true the page hears nothing of pointer and picking keys. */
  readonly isPicking: () => boolean;
  readonly current: () => Element | undefined;
  readonly move: (element: Element) => void;
  readonly pick: (element: Element) => void;
  readonly redraw: () => void;
  readonly cancel: () => void;
}

const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'dblclick', 'auxclick', 'contextmenu'];

/** Pointer and keys for the picker; the page gets neither while something is to be picked. Returns what ends it. */
export function listenToPicks(host: Element, picks: Picks): () => void {
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal } as const;

  /** The element of the page that is meant; undefined for the picker's own panel, and what programs send. */
  function meant(event: Event): Element | undefined {
    if (!event.isTrusted || !picks.isPicking() || event.target === host) return undefined;
    return event.target instanceof Element ? event.target : undefined;
  }

  function swallow(event: Event): Element | undefined {
    const element = meant(event);
    if (!element) return undefined;
    event.preventDefault();
    event.stopImmediatePropagation();
    return element;
  }

  for (const name of POINTER) addEventListener(name, swallow, options);
  addEventListener(
    'pointermove',
    (event) => {
      const element = meant(event);
      if (element) picks.move(element);
    },
    options,
  );
  addEventListener(
    'click',
    (event) => {
      const element = swallow(event);
      if (element) picks.pick(element);
    },
    options,
  );
  addEventListener('keydown', (event) => onKey(event, host, picks), options);
  for (const name of ['scroll', 'resize'])
    addEventListener(name, picks.redraw, { ...options, passive: true });
  return () => ended.abort();
}

function onKey(event: KeyboardEvent, host: Element, picks: Picks): void {
  if (!event.isTrusted || event.isComposing) return;
  if (event.key === 'Escape') {
    stop(event);
    picks.cancel();
    return;
  }
  // In the panel keys do what they do everywhere.
  if (!picks.isPicking() || event.target === host) return;
  const current = picks.current();
  if (event.key === 'Enter' && current) {
    stop(event);
    picks.pick(current);
    return;
  }
  const next = neighbour(event.key, current);
  if (!next) return;
  stop(event);
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  picks.move(next);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Left and right among neighbours, down into an element, up out of it; the first key starts at the page's body. */
function neighbour(key: string, current: Element | undefined): Element | undefined {
  if (!/^Arrow(?:Up|Down|Left|Right)$/.test(key)) return undefined;
  if (!current) return document.body;
  switch (key) {
    case 'ArrowUp':
      return current === document.body ? undefined : (current.parentElement ?? undefined);
    case 'ArrowDown':
      return [...current.children].find(isShown);
    case 'ArrowLeft':
      return shownSibling(current, (element) => element.previousElementSibling);
    default:
      return shownSibling(current, (element) => element.nextElementSibling);
  }
}

function shownSibling(from: Element, step: (element: Element) => Element | null): Element | undefined {
  let element = step(from);
  while (element && !isShown(element)) element = step(element);
  return element ?? undefined;
}
