import type { PageState } from '../shared/messages.ts';
import type { SiteMode } from '../shared/settings.ts';
import type { Overlay } from './overlay/overlay.ts';
import { pageStateOf } from './page-state.ts';
import type { FoundGrid } from './page/found-grid.ts';
import { watchPage, type PageWatch } from './page/watch-page.ts';
import { createGridSession, type GridSession, type SessionTools } from './session/grid-session.ts';
import { words } from './words.ts';

export interface ControllerTools extends Pick<SessionTools, 'solve' | 'capture' | 'threshold' | 'onError'> {
  readonly mode: () => SiteMode;
  readonly overlay: Overlay;
  readonly report: (state: PageState) => void;
}

export interface Controller {
  /** The person's settings have changed, or are known for the first time. */
  readonly settingsChanged: () => void;
  /** The person asks for an answer now, whatever the site's mode. */
  readonly solve: () => void;
  readonly accept: () => void;
  readonly cancel: () => void;
  readonly hasOpenSession: () => boolean;
  readonly canAccept: () => boolean;
  readonly state: () => PageState;
  readonly stop: () => void;
}

/** Milliseconds in which a grid may still appear after the person has asked for an answer. */
const ASKED_LOOK = 10_000;

/** What makes two grids one and the same to the person, however often the page builds them anew. */
function nameOf({ asking, rows, columns }: FoundGrid): string {
  return `${asking.question} ${rows}×${columns}`;
}

function isSameGrid(a: FoundGrid, b: FoundGrid): boolean {
  return nameOf(a) === nameOf(b) && (a.asking.element === b.asking.element || !a.asking.element.isConnected);
}

/** Holds the sessions of a frame: starts one for every question found, as far as the person allows. */
export function createController(tools: ControllerTools): Controller {
  const sessions = new Set<GridSession>();
  /** Grids on which the person has said stop. */
  const stopped = new Set<string>();
  let watch: PageWatch | undefined;
  let latest: GridSession | undefined;
  let find = 0;
  let isAsked = false;
  let threshold = tools.threshold();

  function state(): PageState {
    if (latest && latest.view().phase !== 'idle') return pageStateOf(latest, find);
    return { phase: 'idle', ...(isAsked ? { message: words().noGrid } : {}) };
  }

  function open(grid: FoundGrid): void {
    const session = createGridSession(grid, {
      ...tools,
      setHidden: tools.overlay.setHidden,
      isAuto: () => tools.mode() === 'auto',
      onChange() {
        latest = session;
        if (session.view().phase === 'cancelled') stopped.add(nameOf(grid));
        tools.overlay.draw(session, session.accept);
        tools.report(state());
      },
    });
    sessions.add(session);
    if (!stopped.has(nameOf(grid))) session.start();
  }

  function close(session: GridSession): void {
    session.stop();
    sessions.delete(session);
    tools.overlay.forget(session);
    if (latest === session) latest = [...sessions].at(-1);
  }

  function onFound(grids: readonly FoundGrid[], milliseconds: number): void {
    const left = new Set(sessions);
    for (const grid of grids) {
      const session = [...left].find((each) => isSameGrid(each.found(), grid));
      if (session) {
        left.delete(session);
        session.update(grid);
      } else {
        find = milliseconds;
        open(grid);
      }
    }
    for (const session of left) close(session);
    if (left.size > 0) tools.report(state());
  }

  function start(): void {
    watch ??= watchPage(onFound, tools.overlay.isOwn);
  }

  function stop(): void {
    watch?.stop();
    watch = undefined;
    for (const session of sessions) close(session);
    tools.overlay.remove();
  }

  /** On a site that is not switched on, one look is all that was asked for. */
  function giveUp(): void {
    if (sessions.size === 0 && tools.mode() === 'off') stop();
  }

  return {
    state,
    stop,
    settingsChanged() {
      if (tools.mode() === 'off' && !isAsked) {
        const wasBusy = sessions.size > 0;
        stop();
        if (wasBusy) tools.report(state());
        return;
      }
      start();
      if (threshold === tools.threshold()) return;
      threshold = tools.threshold();
      for (const session of sessions) session.decideAgain();
    },
    solve() {
      isAsked = true;
      stopped.clear();
      start();
      watch?.lookNow();
      setTimeout(giveUp, ASKED_LOOK);
      for (const session of sessions) if (session.view().phase !== 'scoring') session.start();
    },
    accept: () => {
      for (const session of sessions) session.accept();
    },
    cancel() {
      for (const session of sessions) session.cancel();
    },
    hasOpenSession: () =>
      [...sessions].some((session) => !['idle', 'cancelled'].includes(session.view().phase)),
    canAccept: () => [...sessions].some((session) => session.view().phase === 'suggested'),
  };
}
