import { effect } from '@preact/signals';
import { sayThrown } from '../own-pages/say-fault.ts';
import { onSettingsChanged, readSettings } from '../storage/settings-store.ts';
import { findActiveTab } from './active-tab.ts';
import { fetchLastSolve, fetchStatus } from './engine.ts';
import { clearUnpermittedMode } from './site-actions.ts';
import { askFrames, onFrameState } from './page-frames.ts';
import { engineState, frames, lastSolve, page, redecided, settings, tab } from './state.ts';
import { decideShownTiles, learnModelValues, takeSettings } from './threshold-actions.ts';

/** Fills the state and keeps it true while the popup is open. */
export async function start(): Promise<void> {
  onSettingsChanged(takeSettings);
  const [stored, active] = await Promise.all([readSettings(), findActiveTab()]);
  settings.value = stored;
  tab.value = active;
  // Where nothing can be solved the model need not be opened just to be named.
  if (!active || active.site === undefined || active.filesBlocked) return;
  void showEngine();
  void clearUnpermittedMode(active.site);
  onFrameState(active.id, (frameId, state) => {
    frames.value = new Map(frames.value).set(frameId, state);
  });
  frames.value = new Map([...(await askFrames(active.id)), ...frames.value]);
  effect(() => {
    if (page.value.phase === 'scoring') return;
    void showLastSolve(active.id);
    // What could not be opened a while ago may be open now that the page has its answer.
    if (engineState.peek().kind === 'failed') void showEngine();
  });
}

async function showEngine(): Promise<void> {
  try {
    engineState.value = { kind: 'ready', status: await fetchStatus() };
  } catch (error) {
    engineState.value = { kind: 'failed', message: sayThrown(error, 'engineFailed') };
  }
}

async function showLastSolve(tabId: number): Promise<void> {
  const solve = await fetchLastSolve(tabId).catch(() => undefined);
  lastSolve.value = solve;
  redecided.value = undefined;
  if (solve?.verdict.kind !== 'answer') return;
  learnModelValues(solve.verdict, solve.request);
  decideShownTiles();
}
