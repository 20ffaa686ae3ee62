import { expect, vi } from 'vitest';
import type { LearnRequest } from '../../shared/learning.ts';
import type { PageState } from '../../shared/messages.ts';
import type { SiteMode } from '../../shared/settings.ts';
import type { SiteRule } from '../../shared/site-rules.ts';
import { createController, type Controller } from '../controller.ts';
import { createOverlay } from '../overlay/overlay.ts';
import { createFakeEngine } from './fake-engine.ts';
import { gridStyle, picture, setPage } from './pictures.ts';

/** Places, from 0, of the pictures that are right on the page of `openPage`. */
export const RIGHT = [1, 4];
export const POSITIONS = RIGHT.map((index) => index + 1);

export const settings: {
  mode: SiteMode;
  threshold: number | undefined;
  rules: readonly SiteRule[];
} = {
  mode: 'suggest',
  threshold: undefined,
  rules: [],
};
/** What the engine was taught, and the places of which that was taken back. */
export const taught: LearnRequest[] = [];
export const takenBack: number[] = [];
/** Positions of the tiles that were clicked, from 1, in the order of the clicks. */
export const clicks: number[] = [];

let controller: Controller | undefined;

/** A question with nine buttons, a picture each, that count their clicks and toggle aria-pressed. */
export async function openPage(html = ''): Promise<HTMLButtonElement[]> {
  const tiles = Array.from(
    { length: 9 },
    (_, index) =>
      `<button type="button" style="padding:0;border:0"><img width="80" height="80" src="${picture(index)}"></button>`,
  );
  await setPage(
    `<p>请选择所有的公交车</p><div id="tiles" style="${gridStyle(3)}">${tiles.join('')}</div><button id="submit">提交</button>${html}`,
  );
  clicks.length = 0;
  taught.length = 0;
  takenBack.length = 0;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('#tiles button')];
  for (const [index, button] of buttons.entries()) {
    button.addEventListener('click', () => {
      clicks.push(index + 1);
      button.ariaPressed = String(button.ariaPressed !== 'true');
    });
  }
  return buttons;
}

export type FakeEngine = ReturnType<typeof createFakeEngine>;

export function rightEngine(): FakeEngine {
  return createFakeEngine((colour) => RIGHT.includes(colour));
}

export function start(mode: SiteMode, engine: Pick<FakeEngine, 'solve'> = rightEngine()): Controller {
  settings.mode = mode;
  settings.threshold = undefined;
  controller = createController({
    mode: () => settings.mode,
    threshold: () => settings.threshold,
    readText: async () => [],
    sureness: () => undefined,
    rules: () => settings.rules,
    capture: () => Promise.resolve({ kind: 'refused', reason: 'permission', message: 'no' }),
    report: () => undefined,
    onError: () => false,
    overlay: createOverlay(),
    solve: (request) => engine.solve(request),
    learn: async (request) => {
      taught.push(request);
      return { kind: 'learned', word: '公交车', examples: request.tiles.length };
    },
    undo: async (_, slots) => {
      takenBack.push(...slots);
      return slots.length;
    },
  });
  controller.settingsChanged();
  return controller;
}

export function stop(): void {
  controller?.stop();
  controller = undefined;
  document.body.innerHTML = '';
}

/** Milliseconds that a busy machine may take for a step. */
const PATIENCE = 10_000;

export function until(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: 20 });
}

export function untilPhase(phase: PageState['phase']): Promise<void> {
  return until(() => expect(controller?.state().phase).toBe(phase));
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
