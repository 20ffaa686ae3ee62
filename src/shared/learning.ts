/**
 * What the person teaches: which tiles show a word and which do not. Types only, as they cross ports and as they are
 * stored.
 */

/** `corrected`: the person said so of this tile. `confirmed`: they accepted a grid in which they had corrected others. */
export type LearningSource = 'corrected' | 'confirmed';

/** One tile with what the person says of it. */
export interface TaughtTile {
  /** Place in the grid, from 0, reading order. */
  readonly slot: number;
  readonly isRight: boolean;
  readonly source: LearningSource;
}

/** `gridId` as in the solve request: the engine holds the features of the last grids that it scored. */
export interface LearnRequest {
  readonly gridId: string;
  readonly tiles: readonly TaughtTile[];
}

/**
 * `forgotten`: the engine no longer holds the grid (it closed in between): score it again first. `not-one-thing`: the
 * question asks for anything but one thing, so that a tile says nothing of a word.
 */
export type LearnReply =
  | { readonly kind: 'learned'; readonly word: string; readonly examples: number }
  | {
      readonly kind: 'refused';
      readonly reason: 'forgotten' | 'not-one-thing' | 'bad-input';
      readonly message: string;
    };

/** What a page's content script may call besides EngineApi. */
export interface LearningApi {
  /** Teaching the same picture again replaces what was said before. From the next grid on it counts. */
  learn(request: LearnRequest): Promise<LearnReply>;
  /** Takes back what was taught of these places of a grid. Answers how many examples went. */
  undo(gridId: string, slots: readonly number[]): Promise<number>;
}

/** Names a word of a model. */
export interface WordName {
  /** Name and version: features of one model mean nothing to another. */
  readonly model: string;
  readonly word: string;
}

export interface LearnedWord extends WordName {
  readonly right: number;
  readonly wrong: number;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

/** `skipped`: examples that were there already, or that the limits left no room for. */
export type ImportReply =
  | { readonly kind: 'imported'; readonly examples: number; readonly skipped: number }
  /** One sentence: the field at fault, what was expected, what was found. */
  | { readonly kind: 'refused'; readonly message: string };

/** What the extension's own pages may call besides. */
export interface LearnedWordsApi {
  /** The latest used first. */
  learnedWords(): Promise<readonly LearnedWord[]>;
  /** Without a word: all. Answers how many examples went. */
  forget(word?: WordName): Promise<number>;
  /** JSON for `importLearned`, here or in another browser. */
  exportLearned(): Promise<string>;
  importLearned(json: string): Promise<ImportReply>;
}

/** One tile as it is stored. */
export interface StoredExample extends WordName {
  /** Of the picture, so that the same one is stored once a word. */
  readonly key: string;
  readonly isRight: boolean;
  readonly source: LearningSource;
  /** L2-normalised features of the model's image tower. */
  readonly vector: Float32Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  readonly learnedAt: number;
}

/** Where examples are kept. */
export interface ExampleShelf {
  /** The latest first. */
  examplesOf(word: WordName): Promise<readonly StoredExample[]>;
  /** The word was asked for: it is the last to lose examples when room is short. */
  touch(word: WordName): Promise<void>;
  /** What the person said of a picture themselves is not replaced by what they only let stand. Answers how many are new. */
  put(examples: readonly StoredExample[]): Promise<number>;
  remove(word: WordName, keys: readonly string[]): Promise<number>;
  words(): Promise<readonly LearnedWord[]>;
  /** Without a word: all. */
  forget(word?: WordName): Promise<number>;
  all(): Promise<readonly StoredExample[]>;
}
