import type { Settings } from '../shared/settings.ts';
import { updateSettings } from '../storage/settings-store.ts';
import { decideAgain } from './engine.ts';
import { latestWins } from './latest-wins.ts';
import { modelThreshold, notice, redecided, settings, shownSolve } from './state.ts';

/** The slider moves many times a second; storage, and with it the page, hears of it once it rests. */
const REST_MILLISECONDS = 250;

let rest: ReturnType<typeof setTimeout> | undefined;

/** The person's threshold, 0..1; null for the model's own. The tiles on show are decided again at once. */
export function chooseThreshold(threshold: number | null): void {
  settings.value = { ...settings.value, threshold };
  decideShownTiles();
  clearTimeout(rest);
  rest = setTimeout(() => {
    rest = undefined;
    updateSettings((stored) => ({ ...stored, threshold })).catch(say);
  }, REST_MILLISECONDS);
}

/** Takes settings as they were stored. What the slider has not handed on yet stands above an older value. */
export function takeSettings(stored: Settings): void {
  settings.value = rest === undefined ? stored : { ...stored, threshold: settings.value.threshold };
}

/** Decides the tiles on show again with the threshold as it is set. */
export const decideShownTiles: () => void = latestWins(async () => {
  const solve = shownSolve.value;
  if (solve?.verdict.kind !== 'answer') return;
  const { threshold } = settings.value;
  try {
    const verdict = await decideAgain(solve, threshold);
    if (verdict.kind === 'failure') say(verdict.message);
    else redecided.value = verdict;
    if (verdict.kind === 'answer' && threshold === null) modelThreshold.value = verdict.threshold;
  } catch (error) {
    say(error);
  }
});

function say(error: unknown): void {
  notice.value = error instanceof Error ? error.message : String(error);
}
