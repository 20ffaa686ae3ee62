import type { PageState } from '../shared/messages.ts';
import type { TileImage } from '../shared/protocol.ts';
import type { SiteMode } from '../shared/settings.ts';
import type { Answerer, AnswererTools } from './answerer-type.ts';
import { listenToKeys } from './keys.ts';
import type { Overlay } from './overlay/overlay.ts';
import { pageStateOf } from './page-state.ts';
import type { FoundGrid } from './page/found-grid.ts';
import { watchDrawn, type DrawnWatch } from './page/watch-drawn.ts';
import { watchWithRules, type RuledPageWatch } from './rules/watch-with-rules.ts';
import { createGridSession, type GridSession, type SessionTools } from './session/grid-session.ts';
import { words } from './words.ts';

export interface ControllerTools extends AnswererTools, Pick<SessionTools, 'solve' | 'learn' | 'undo'> {
  readonly overlay: Overlay;
  /** Lines of text in a picture: a question may be drawn. Rejects when they cannot be read. */
  readonly readText: (image: TileImage) => Promise<readonly string[]>;
}

export type Controller = Omit<Answerer, 'closePort'>;

/** Milliseconds in which a grid may still appear after the person has asked for an answer. */
const ASKED_LOOK = 10_000;
/** Milliseconds for which a grid must stay as it was found before it is scored. */
const QUIET = 200;
/** Milliseconds after which a grid that is not to be seen is gone. */
const GRACE = 5_000;

/** What makes two grids one and the same to the person, however often the page builds them anew. */
function nameOf({ asking, rows, columns }: FoundGrid): string {
  return `${asking.question} ${rows}×${columns}`;
}

function isSameGrid(a: FoundGrid, b: FoundGrid): boolean {
  return nameOf(a) === nameOf(b) && (a.asking.element === b.asking.element || !a.asking.element.isConnected);
}

function isOpen({ view }: GridSession): boolean {
  return !['idle', 'cancelled'].includes(view().phase);
}

/** Holds the sessions of a frame: starts one for every question found, as far as the person allows. */
export function createController(tools: ControllerTools): Controller {
  const sessions = new Set<GridSession>();
  /** Grids on which the person has said stop. */
  const stopped = new Set<string>();
  /** Sessions whose grid is not to be seen at the moment. */
  const lost = new Set<GridSession>();
  let watch: RuledPageWatch | undefined;
  let drawn: DrawnWatch | undefined;
  let latest: GridSession | undefined;
  let find = 0;
  let isAsked = false;
  let threshold = tools.threshold();
  let sureness = tools.sureness();
  let mode: SiteMode = 'off';
  let unlisten: (() => void) | undefined;

  function state(): PageState {
    const all = [...sessions].filter((session) => session.view().phase !== 'idle');
    const seen = all.filter((session) => !lost.has(session));
    // A page that is content with an answer takes its question away: what was done still counts.
    const busy = seen.length > 0 ? seen : all;
    const main = busy.find((session) => session === latest) ?? busy[0];
    if (!main) return { phase: 'idle', ...(isAsked ? { message: words().noGrid } : {}) };
    const others = busy.filter((session) => session !== main).map((session) => pageStateOf(session, find));
    return { ...pageStateOf(main, find), ...(others.length > 0 ? { others } : {}) };
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
    // A page that builds its grid tile by tile is given the time to add one.
    setTimeout(() => begin(session), QUIET);
  }

  function begin(session: GridSession): void {
    const isWanted = sessions.has(session) && !lost.has(session) && session.view().phase === 'idle';
    if (isWanted && !stopped.has(nameOf(session.found()))) session.start();
  }

  function close(session: GridSession): void {
    session.stop();
    sessions.delete(session);
    tools.overlay.forget(session);
    if (latest === session) latest = [...sessions].at(-1);
  }

  /** A page that replaces its tiles takes them away first: what is known of them is kept for a while. */
  function lose(session: GridSession): void {
    tools.overlay.forget(session);
    if (lost.has(session)) return;
    lost.add(session);
    setTimeout(() => {
      if (!lost.delete(session)) return;
      close(session);
      tools.report(state());
    }, GRACE);
  }

  function onFound(grids: readonly FoundGrid[], milliseconds: number): void {
    const left = new Set(sessions);
    for (const grid of grids) {
      const session = [...left].find((each) => isSameGrid(each.found(), grid));
      if (session) {
        left.delete(session);
        session.update(grid);
        if (lost.delete(session)) {
          tools.overlay.draw(session, session.accept);
          begin(session);
        }
      } else {
        find = milliseconds;
        open(grid);
      }
    }
    // A question whose grid has become another one needs no second answer.
    const asked = new Set(grids.map(({ asking }) => asking));
    for (const session of left) {
      if (asked.has(session.found().asking)) close(session);
      else lose(session);
    }
  }

  const each = (work: (session: GridSession) => void) => (): void => {
    for (const session of sessions) work(session);
  };
  const accept = each((session) => session.accept());
  const cancel = each((session) => session.cancel());

  function start(): void {
    drawn ??= watchDrawn(tools.readText, onFound, tools.onError);
    watch ??= watchWithRules(tools.rules, drawn.take, tools.overlay.isOwn, tools.onError);
    unlisten ??= listenToKeys({
      accept: () => [...sessions].some(({ view }) => view().phase === 'suggested') && accept,
      cancel: () => [...sessions].some(isOpen) && cancel,
      isOwn: tools.overlay.isOwn,
    });
  }

  function stop(): void {
    watch?.stop();
    drawn?.stop();
    drawn = undefined;
    unlisten?.();
    watch = undefined;
    unlisten = undefined;
    lost.clear();
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
    accept,
    cancel,
    settingsChanged() {
      watch?.rulesChanged();
      const wasOn = mode !== 'off';
      mode = tools.mode();
      if (mode === 'off') {
        if (!wasOn) return;
        isAsked = false;
        stop();
        tools.report(state());
        return;
      }
      start();
      if (threshold === tools.threshold() && sureness === tools.sureness()) return;
      threshold = tools.threshold();
      sureness = tools.sureness();
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
  };
}
