const PAGE = 'src/offscreen/offscreen.html';

let creating: Promise<void> | undefined;

/** Settles once the offscreen document is there and listens. There can be one only, so one creation is shared. */
export function ensureOffscreenDocument(): Promise<void> {
  creating ??= create().finally(() => {
    creating = undefined;
  });
  return creating;
}

/** A document that is closed while it loads, by the idle clock for one, deserves another try. */
const ATTEMPTS = 2;

async function create(): Promise<void> {
  for (let attempt = 1; !(await isThere()); attempt++) {
    try {
      await chrome.offscreen.createDocument({
        url: PAGE,
        reasons: [chrome.offscreen.Reason.WORKERS],
        justification: 'Runs the picture model in WebAssembly threads or on the graphics processor.',
      });
      return;
    } catch (error) {
      // An earlier life of this worker may have been creating it when it was stopped.
      if (attempt === ATTEMPTS && !(await isThere())) throw error;
    }
  }
}

async function isThere(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  return contexts.length > 0;
}
