import { computed, signal } from '@preact/signals';
import type { PageState } from '../shared/messages.ts';
import type { Answer, EngineStatus, LastSolve } from '../shared/protocol.ts';
import { defaultSettings, siteMode } from '../shared/settings.ts';
import type { ActiveTab } from './active-tab.ts';
import { mostTelling } from './most-telling.ts';

export type EngineState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly status: EngineStatus }
  /** `message`: for the person. */
  | { readonly kind: 'failed'; readonly message: string };

/** Undefined until it is known. */
export const tab = signal<ActiveTab>();
export const settings = signal(defaultSettings);
/** What each frame of the tab is doing, by frame id. */
export const frames = signal<ReadonlyMap<number, PageState>>(new Map());
export const lastSolve = signal<LastSolve>();
/** The last solve decided again with the slider where it is now. */
export const redecided = signal<Answer>();
/** The threshold that the model brings, once an answer has told it. */
export const modelThreshold = signal<number>();
/** How sure the model's answers are by itself, once one has told it; undefined for a model that cannot tell. */
export const modelSureness = signal<number>();
export const engineState = signal<EngineState>({ kind: 'loading' });
/** One sentence for the person about what they have just tried; empty when there is nothing to say. */
export const notice = signal('');

export const page = computed(() => mostTelling([...frames.value.values()]));
export const mode = computed(() =>
  tab.value?.site === undefined ? 'off' : siteMode(settings.value, tab.value.site),
);
/** The last solve, unless it was of another grid than the one that the page speaks of. */
export const shownSolve = computed(() => {
  const solve = lastSolve.value;
  const { gridId } = page.value;
  return gridId === undefined || gridId === solve?.request.gridId ? solve : undefined;
});
export const answer = computed(() => {
  if (shownSolve.value === undefined) return undefined;
  const { verdict } = shownSolve.value;
  return redecided.value ?? (verdict.kind === 'answer' ? verdict : undefined);
});
