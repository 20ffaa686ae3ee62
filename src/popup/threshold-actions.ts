import { sayFault, sayThrown } from '../own-pages/say-fault.ts';
import type { Answer } from '../shared/protocol.ts';
import type { Settings } from '../shared/settings.ts';
import { updateSettings } from '../storage/settings-store.ts';
import { decideAgain } from './engine.ts';
import { latestWins } from './latest-wins.ts';
import { modelSureness, modelThreshold, notice, redecided, settings, shownSolve } from './state.ts';

/** The slider moves many times a second; storage, and with it the page, hears of it once it rests. */
const REST_MILLISECONDS = 250;

let rest: ReturnType<typeof setTimeout> | undefined;

type Chosen = Pick<Settings, 'threshold' | 'sureness'>;

/** By hand: the person's threshold, 0..1; null leaves the decision to the model. */
export function chooseThreshold(threshold: number | null): void {
  choose({ ...chosen(), threshold });
}

/** How sure an answer must be, 0..1; null for as sure as the model's own. */
export function chooseSureness(sureness: number | null): void {
  choose({ ...chosen(), sureness });
}

function chosen(): Chosen {
  const { threshold, sureness } = settings.value;
  return { threshold, sureness };
}

/** The tiles on show are decided again at once. */
function choose(choice: Chosen): void {
  settings.value = { ...settings.value, ...choice };
  decideShownTiles();
  clearTimeout(rest);
  rest = setTimeout(() => {
    rest = undefined;
    updateSettings((stored) => ({ ...stored, ...choice })).catch(say);
  }, REST_MILLISECONDS);
}

/** Takes settings as they were stored. What the slider has not handed on yet stands above an older value. */
export function takeSettings(stored: Settings): void {
  settings.value = rest === undefined ? stored : { ...stored, ...chosen() };
}

/** Decides the tiles on show again as it is set. */
export const decideShownTiles: () => void = latestWins(async () => {
  const solve = shownSolve.value;
  if (solve?.verdict.kind !== 'answer') return;
  const choice = chosen();
  try {
    const verdict = await decideAgain(solve, choice);
    if (verdict.kind === 'failure') notice.value = sayFault(verdict.reason, verdict.message);
    else redecided.value = verdict;
    if (verdict.kind === 'answer') learnModelValues(verdict, choice);
  } catch (error) {
    say(error);
  }
});

/** What the model does by itself is told by answers in which the person has not set it. */
export function learnModelValues(
  answer: Answer,
  asked: { threshold?: number | null; sureness?: number | null },
): void {
  if ((asked.threshold ?? null) !== null) return;
  modelThreshold.value = answer.threshold;
  if ((asked.sureness ?? null) === null && answer.outcome !== 'unknown-word')
    modelSureness.value = answer.sureness;
}

function say(error: unknown): void {
  notice.value = sayThrown(error);
}
