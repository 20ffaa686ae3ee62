/** What a key would do now; false where it is the page's own. */
export interface KeyWork {
  readonly accept: () => (() => void) | false;
  readonly cancel: () => (() => void) | false;
  /** Whether a node is what we have drawn ourselves: its buttons are pressed by Enter as any other. */
  readonly isOwn: (node: Node) => boolean;
}

const CONTROLS =
  'a[href],button,input,select,textarea,summary,[contenteditable=""],[contenteditable="true"],[role="button"],[role="textbox"],[role="link"],[role="menuitem"],[role="option"],[role="checkbox"],[tabindex]:not(body)';

/** Where the key really went: into the innermost shadow root that may be seen. */
function isOnControl(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof Element &&
    target !== document.body &&
    target !== document.documentElement &&
    target.closest(CONTROLS) !== null
  );
}

/** Enter accepts unless it is meant for something else; Esc closes. Both are the page's own while nothing is shown. */
export function listenToKeys({ accept, cancel, isOwn }: KeyWork): () => void {
  function workOf(event: KeyboardEvent): (() => void) | false {
    if (event.key === 'Escape') return cancel();
    const isOurs = event.composedPath().some((target) => target instanceof Node && isOwn(target));
    return event.key === 'Enter' && !event.repeat && !isOurs && !isOnControl(event) && accept();
  }

  function onKey(event: KeyboardEvent): void {
    const isPlain =
      !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;
    const work = event.isTrusted && isPlain && workOf(event);
    if (!work) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    work();
  }

  addEventListener('keydown', onKey, { capture: true });
  return () => removeEventListener('keydown', onKey, { capture: true });
}
