import type { LearnedWordsApi, LearningApi } from './learning.ts';
import type { GraphPorts, ModelReport, StoredGraph } from './model-report.ts';
import type { ScreenshotVerdict } from './screenshot.ts';

/**
 * The contract between a page (content script), the person's own pages (popup, options) and the engine (offscreen
 * document). Types only: plain data in, plain data out, so that everything survives structured clone on a
 * `runtime.Port`.
 */

/** Pixels of one tile: RGBA, row-major, 8 bits a channel, straight alpha; `rgba.length === width * height * 4`. */
export interface TileImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>;
}

/** What the model says of one tile, before any decision. Kept by the caller and sent back to decide again. */
export interface TileScore {
  /**
   * softmax(logitScale * cosine) over [distractor, word], the share of the word; 0..1. With an `ask` that it is what is
   * asked for: one of several things, none of those to be left out, what the example shows.
   */
  readonly probability: number;
  /** How plainly the tile shows anything that the model can name, 0..1; absent where it cannot tell. */
  readonly clarity?: number;
  /** For an order: the probability of each thing, in the order of the ask. For an example: the one likeness to it, 0..1. */
  readonly things?: readonly number[];
}

/** What is asked for beyond one thing. */
export type Ask =
  /** Tiles that show at least one of `any` (whatever they show, where it is empty) and none of `none`. */
  | { readonly kind: 'things'; readonly any: readonly string[]; readonly none: readonly string[] }
  /** One tile for each thing; `selected` of the answer names them in this order. */
  | { readonly kind: 'order'; readonly things: readonly string[] }
  /** Tiles that show what this picture shows. */
  | { readonly kind: 'example'; readonly image: TileImage };

/** A slot of the grid, in reading order: pixels to be scored, or the score that the slot already has. */
export type TileInput =
  | { readonly kind: 'pixels'; readonly image: TileImage }
  | { readonly kind: 'scored'; readonly score: TileScore };

export interface SolveRequest {
  /** Names the grid across several requests (re-scored tiles, a moved slider); unique within the page. */
  readonly gridId: string;
  readonly rows: number;
  readonly columns: number;
  /** The question as the page words it: 请选择所有的公交车. Shown to the person, never scored. */
  readonly question: string;
  /** The thing asked for: 公交车. With an `ask` only shown to the person, never scored. */
  readonly text: string;
  /** What is asked for instead of the one thing of `text`. */
  readonly ask?: Ask;
  /** rows * columns slots, row by row from the top left. */
  readonly tiles: readonly TileInput[];
  /** How many tiles the question asks for, where it says so. */
  readonly count?: number;
  /** By hand: every tile of at least this raw probability, 0..1; without it the model's own decision. */
  readonly threshold?: number;
  /** Chance of the whole answer being right from which the person wants it, 0..1; without it the model's. */
  readonly sureness?: number;
}

export type TileState = 'yes' | 'unsure' | 'no';

export interface TileVerdict extends TileScore {
  readonly state: TileState;
  /** Chance that the tile is right in view of the whole grid, 0..1; absent for an order. */
  readonly chance?: number;
}

/** `none`: no tile fits, which is a valid answer. `unsure` and `unknown-word`: the person decides, nothing is clicked. */
export type Outcome = 'some' | 'none' | 'unsure' | 'unknown-word';

/** Milliseconds by step, as measured in the context that did the step. */
export interface EngineTimes {
  /** Waiting for earlier requests. */
  readonly queue: number;
  /** Text encoding; near 0 when cached. */
  readonly text: number;
  /** Resize and normalise. */
  readonly prepare: number;
  /** The one image run for all tiles. */
  readonly image: number;
  /** Cosines, softmax and decision. */
  readonly decide: number;
}

export interface Answer {
  readonly kind: 'answer';
  readonly gridId: string;
  readonly outcome: Outcome;
  /** One a slot, in the order of the request. */
  readonly tiles: readonly TileVerdict[];
  /**
   * Positions chosen by threshold or count, from 1, ascending: the reference article's [1, 2]. For an order: in that
   * order. Also given for an `unsure` grid, for the person to look at: a page may be clicked only when outcome is
   * `some`.
   */
  readonly selected: readonly number[];
  /** Words that the model does not know, where the outcome is `unknown-word`. */
  readonly unknown?: readonly string[];
  /** Chance that all of it is right, 0..1; absent where tiles were taken one by one, by a threshold. */
  readonly confidence?: number;
  /** The chance from which it was to be answered, where there is a confidence to compare with it. */
  readonly sureness?: number;
  readonly threshold: number;
  readonly model: string;
  readonly backend: Backend;
  readonly times: EngineTimes;
}

/** `bad-input`: the request is at fault. `model`: the model is missing or broken. `engine`: the runtime failed. */
export type FailureReason = 'bad-input' | 'model' | 'engine';

export interface Failure {
  readonly kind: 'failure';
  readonly gridId: string;
  readonly reason: FailureReason;
  /** One sentence: what was expected, what was found, where. */
  readonly message: string;
}

export type Verdict = Answer | Failure;

export type Backend = 'webgpu' | 'wasm' | 'cpu';

/**
 * What came of WebGPU. `agreed`: its self-test gave what WebAssembly gives; `disagreed`: something else, so that it is
 * not used; `failed`: it could not run the model.
 */
export type GpuOutcome = 'no-webgpu' | 'no-adapter' | 'agreed' | 'disagreed' | 'failed';

export interface EngineStatus {
  readonly model: string;
  readonly backend: Backend;
  /** Why this backend, in full: no adapter, self-test cosine 0.93, … */
  readonly why: string;
  /** Absent outside a browser. */
  readonly gpu?: GpuOutcome;
  readonly threads: number;
  /** Why the model that the person chose does not answer, where the built-in one stands in for it. */
  readonly insteadOf?: string;
}

/** What everybody may call. */
export interface EngineApi {
  solve(request: SolveRequest): Promise<Verdict>;
  status(): Promise<EngineStatus>;
}

/** What a page's content script may call besides. */
export interface PageApi extends EngineApi, LearningApi {
  /** Lines of text in a picture of at most a million pixels: a question may be drawn. Rejects when it cannot be read. */
  readText(image: TileImage): Promise<readonly string[]>;
}

/** The last request of a tab with its verdict; pixels included, so that the popup can draw the tiles. */
export interface LastSolve {
  readonly request: SolveRequest;
  /** Pixels by slot, also of slots that were sent as scores later on; undefined where none were ever sent. */
  readonly images: readonly (TileImage | undefined)[];
  readonly verdict: Verdict;
}

/** What the options page may call about stored models, each named by its id; the built-in one has none. */
export interface ModelsApi {
  /** Names and shapes of a stored graph. Rejects with the runtime's words where it is none. */
  readGraph(id: string, graph: StoredGraph): Promise<GraphPorts>;
  /** Runs a model on pictures made for it. `description` stands for the model.json of a model not yet complete. */
  testModel(id: string | undefined, description?: string): Promise<ModelReport>;
  /** Opens the model for all that follows, and remembers it. Rejects, with the one before in use, where it does not open. */
  useModel(id: string | undefined): Promise<EngineStatus>;
}

/** What the extension's own pages may call besides. */
export interface OwnPagesApi extends EngineApi, ModelsApi, LearnedWordsApi {
  lastSolve(tabId: number): Promise<LastSolve | undefined>;
  /** Reads and answers the question on a picture. `file`: an encoded picture, as pasted, dropped or captured. */
  answerScreenshot(file: ArrayBuffer): Promise<ScreenshotVerdict>;
}

/** Name of the `runtime.Port` that reaches the offscreen document. */
export const ENGINE_PORT = 'engine';
