import { detailOf, faultOf } from '../shared/fault.ts';
import type { OwnPagesApi } from '../shared/protocol.ts';
import type { ScreenshotVerdict } from '../shared/screenshot.ts';
import { engineLink } from '../transport/engine-link.ts';
import { clicking, phase, picture, shownTab, type ShownTab } from './state.ts';

/** The first screenshot opens three models; on a slow and busy machine that takes a minute. Milliseconds. */
const ANSWER_LIMIT = 120_000;

/** What a message between the contexts of an extension may hold, less the room its frame takes; bytes. */
const LARGEST_FILE = 60 * 1024 * 1024;

const link = engineLink<OwnPagesApi>();

/** Counts pictures, so that the answer of one that was replaced meanwhile is dropped. */
let latest = 0;

/** Shows the picture and answers it; `tab` where it shows a tab that can be clicked. */
export async function answerPicture(file: Blob, tab?: ShownTab): Promise<void> {
  const own = ++latest;
  picture.value = undefined;
  shownTab.value = tab;
  clicking.value = 'not-yet';
  phase.value = { kind: 'reading' };
  const [bitmap, verdict] = await Promise.all([decode(file), ask(file)]);
  if (own !== latest) return;
  picture.value = bitmap;
  phase.value = { kind: 'done', verdict };
}

async function ask(file: Blob): Promise<ScreenshotVerdict> {
  if (file.size > LARGEST_FILE) {
    return { kind: 'failure', reason: 'too-large', message: `${Math.round(file.size / 2 ** 20)} MB` };
  }
  try {
    const bytes = await file.arrayBuffer();
    return await link.call(async (api) => api.answerScreenshot(bytes), ANSWER_LIMIT, 'Answering the picture');
  } catch (error) {
    const fault = faultOf(error);
    return { kind: 'failure', reason: 'failed', message: detailOf(error), ...(fault && { fault }) };
  }
}

/** Undefined for what is no picture; the engine says why. */
async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    // The engine meets the same file and its verdict names the fault.
    return undefined;
  }
}
