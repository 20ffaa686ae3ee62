import { faultError } from '../../shared/fault.ts';
import type { LearningApi } from '../../shared/learning.ts';
import type { Answer, SolveRequest, Verdict } from '../../shared/protocol.ts';
import type { FoundGrid } from '../page/found-grid.ts';
import { tileShape, type Tile } from '../page/tile.ts';
import { delay } from '../wait.ts';
import { words } from '../words.ts';
import { createAskReader, isOrder } from './ask-of.ts';
import type { Capturer } from './capture-tiles.ts';
import { clickPlaces } from './click-places.ts';
import { readTiles } from './read-tiles.ts';
import { isCorrectable } from './is-correctable.ts';
import { presentAnswer, suggestedBy } from './present-answer.ts';
import { sayFault } from './say-fault.ts';
import { selectedTiles } from './selected.ts';
import { settle } from './settle.ts';
import { createTeaching } from './teaching.ts';
import { createTileMemory } from './tile-memory.ts';
import { IDLE, type SessionView } from './session-view.ts';
import { uniqueId } from './unique-id.ts';

/** Milliseconds after a click, or after a tile was replaced, in which the tiles are looked at again and again. */
const WATCH = 10_000;
const WATCH_EVERY = 250;

export interface SessionTools extends Capturer, LearningApi {
  /** @throws when the engine cannot be reached */
  readonly solve: (request: SolveRequest) => Promise<Verdict>;
  /** The person's own threshold, by hand; undefined leaves the decision to the model. */
  readonly threshold: () => number | undefined;
  /** How sure an answer must be for the person; undefined takes the model's. */
  readonly sureness: () => number | undefined;
  /** Whether sure answers are clicked without being asked. */
  readonly isAuto: () => boolean;
  /** Called after every change of what `view` gives. */
  readonly onChange: () => void;
  /** What went wrong besides what the person is told; true when the session is to end without a word. */
  readonly onError: (error: unknown) => boolean;
}

type Images = Awaited<ReturnType<typeof readTiles>>;

export interface GridSession {
  readonly id: string;
  readonly found: () => FoundGrid;
  readonly view: () => SessionView;
  /** Scores from the beginning; for a session that was cancelled or failed too. */
  readonly start: () => void;
  readonly accept: () => void;
  /** The person says the opposite of a tile, by place from 0; saying it twice takes it back. */
  readonly toggle: (index: number) => void;
  /** Stops everything for good, until `start`. */
  readonly cancel: () => void;
  /** The page has changed: the same question, perhaps with other tiles. */
  readonly update: (found: FoundGrid) => void;
  /** Ends it without a word: the grid is gone, or the person has switched the site off. */
  readonly stop: () => void;
  /** The threshold, or how sure an answer must be, has moved. */
  readonly decideAgain: () => void;
}

/** One question with its grid, from the first look at it until the person or the page is done with it. */
export function createGridSession(first: FoundGrid, tools: SessionTools): GridSession {
  const id = uniqueId();
  const memory = createTileMemory(first.tiles);
  const asks = createAskReader(tools);
  const teaching = createTeaching(id, { ...tools, onUntaught: (message) => set({ message }) });
  let found = first;
  let view = IDLE;
  let running = new AbortController();
  /** Tiles were replaced: a count that the question gives was about the first ones. */
  let isLaterRound = false;
  /** The activity that is going on; every one ends by watching the tiles for a while. */
  let busy: AbortSignal | undefined;
  let watchUntil = 0;

  function set(change: Partial<SessionView>): void {
    view = { ...view, ...change };
    tools.onChange();
  }

  /** Ends what is going on and does something else, whose failure is told to the person. */
  function run(work: (signal: AbortSignal) => Promise<void>): void {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    busy = signal;
    work(signal)
      .catch((error: unknown) => {
        if (signal.aborted || tools.onError(error)) return;
        set({ phase: 'failed', message: sayFault(error), pending: [] });
      })
      .finally(() => {
        if (busy === signal) busy = undefined;
      });
  }

  async function look(tiles: readonly Tile[], signal: AbortSignal): Promise<Images> {
    await settle(tiles, signal);
    const images = await readTiles(tiles, tools, signal);
    if (memory.look(images)) isLaterRound = true;
    return images;
  }

  async function decide(images: Images, signal: AbortSignal): Promise<Answer | undefined> {
    const { asked, question } = found.asking;
    if (asked.kind === 'not-understood') return undefined;
    const ask = await asks.read(found, signal);
    if (!ask) {
      set({ phase: 'left-alone', message: words().notUnderstood.example });
      return undefined;
    }
    const threshold = tools.threshold();
    const sureness = tools.sureness();
    const verdict = await tools.solve({
      gridId: id,
      rows: found.rows,
      columns: found.columns,
      question,
      text: asked.text,
      ...ask,
      tiles: memory.inputs(images),
      ...(asked.count === undefined || isLaterRound ? {} : { count: asked.count }),
      ...(threshold === undefined ? {} : { threshold }),
      ...(sureness === undefined ? {} : { sureness }),
    });
    signal.throwIfAborted();
    if (verdict.kind === 'failure') throw faultError(verdict.reason, verdict.message);
    memory.keepScores(verdict.tiles);
    // The slider may have moved while the tiles were scored.
    const isSame = threshold === tools.threshold() && sureness === tools.sureness();
    return isSame ? verdict : decide(new Map(), signal);
  }

  function present(answer: Answer, mayClick: boolean): boolean {
    const chosen = selectedTiles(memory.tiles());
    const isChosen = (index: number): boolean => memory.isClicked(index) || chosen[index] === true;
    const corrections = teaching.corrections();
    const shown = { clicked: view.clicked, isChosen };
    const { isSure, ...presented } = presentAnswer(answer, corrections, found.asking, shown);
    const clicksNow = mayClick && isSure && presented.pending.length > 0;
    set({ answer, corrections, ...presented, ...(clicksNow ? { phase: 'scoring' } : {}) });
    return clicksNow;
  }

  async function score(tiles: readonly Tile[], signal: AbortSignal): Promise<void> {
    teaching.drop(tiles.map((tile) => memory.tiles().indexOf(tile)));
    set({ phase: 'scoring', message: words().looking, pending: [] });
    const start = performance.now();
    const images = await look(tiles, signal);
    const cropped = performance.now();
    const answer = await decide(images, signal);
    if (!answer) return;
    view = { ...view, crop: cropped - start, roundTrip: performance.now() - cropped };
    if (present(answer, tools.isAuto())) await click(signal);
    await watch(signal);
  }

  async function click(signal: AbortSignal): Promise<void> {
    const start = performance.now();
    const isWanted = (index: number): boolean => view.corrections.get(index) !== false;
    const keep = (index: number): void => {
      const others = view.clicked.filter((other) => other !== index);
      const clicked = isWanted(index) ? [...others, index].toSorted((a, b) => a - b) : others;
      view = { ...view, clicked };
    };
    await clickPlaces(view.pending, isWanted, memory, keep, signal);
    const message = words().clicked(view.clicked.length);
    set({ phase: 'clicked', pending: [], message, click: performance.now() - start });
  }

  /** Scores what the page replaces. */
  async function watch(signal: AbortSignal): Promise<void> {
    watchUntil = performance.now() + WATCH;
    while (performance.now() < watchUntil) {
      await delay(WATCH_EVERY, signal);
      await check(signal);
    }
  }

  async function check(signal: AbortSignal): Promise<void> {
    // An order is over with its last click: a page that marks its tiles by numbers changes their looks.
    if (view.phase === 'clicked' && isOrder(found)) return;
    const suspects = memory.suspects(view.phase === 'clicked');
    if (suspects.length === 0 || suspects.some((tile) => !tileShape(tile))) return;
    await look(suspects, signal);
    if (memory.unscored().length > 0) await score(memory.unscored(), signal);
  }

  function start(): void {
    const { asked } = found.asking;
    memory.forget();
    asks.forget();
    isLaterRound = false;
    view = IDLE;
    if (asked.kind === 'not-understood') {
      set({ phase: 'left-alone', message: words().notUnderstood[asked.reason] });
    } else {
      run((signal) => score(memory.unscored(), signal));
    }
  }

  function update(now: FoundGrid): void {
    found = now;
    const isRebuilt = memory.setTiles(now.tiles);
    if (view.phase === 'scoring' && isRebuilt) run((signal) => score(memory.unscored(), signal));
    watchUntil = performance.now() + WATCH;
    const canRest = view.phase === 'suggested' || view.phase === 'clicked' || view.phase === 'left-alone';
    if (canRest && view.answer && !busy) run(watch);
  }

  return {
    id,
    start,
    found: () => found,
    view: () => view,
    accept() {
      if (view.phase !== 'suggested') return;
      if (view.answer) teaching.confirm(suggestedBy(view.answer), found.tiles.length);
      run(async (signal) => {
        await click(signal);
        await watch(signal);
      });
    },
    toggle(index) {
      const { answer } = view;
      if (!answer || !isCorrectable(view, found)) return;
      teaching.toggle(suggestedBy(answer), index);
      present(answer, false);
    },
    stop: () => running.abort(),
    cancel() {
      running.abort();
      set({ phase: 'cancelled', message: words().cancelled, pending: [] });
    },
    update,
    decideAgain() {
      const inputs = memory.scores();
      if (!inputs || (view.phase !== 'suggested' && view.phase !== 'left-alone')) return;
      run(async (signal) => {
        const answer = await decide(new Map(), signal);
        // Never clicks: the person is moving the slider and has not asked for that.
        if (answer) present(answer, false);
        await watch(signal);
      });
    },
  };
}
