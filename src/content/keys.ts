import type { Controller } from './controller.ts';

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
export function listenToKeys(controller: Controller): () => void {
  function onKey(event: KeyboardEvent): void {
    if (
      !event.isTrusted ||
      event.isComposing ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    const isAccept = event.key === 'Enter' && !event.repeat && controller.canAccept() && !isOnControl(event);
    const isCancel = event.key === 'Escape' && controller.hasOpenSession();
    if (!isAccept && !isCancel) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isAccept) controller.accept();
    else controller.cancel();
  }
  addEventListener('keydown', onKey, { capture: true });
  return () => removeEventListener('keydown', onKey, { capture: true });
}
