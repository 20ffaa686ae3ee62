import type { TileState } from '../../src/shared/protocol.ts';

/** What `score --json` prints. */
export interface Scores {
  readonly model: string;
  readonly runtime: string;
  readonly text: string;
  /** False when the model does not know the word. */
  readonly known: boolean;
  readonly tiles: readonly {
    readonly file: string;
    readonly probability: number;
    readonly state: TileState;
  }[];
  /** Positions from 1. */
  readonly selected: readonly number[];
}

/** For a person: a line a picture, a star before the chosen ones. */
export function formatScores({ model, runtime, text, known, tiles, selected }: Scores): string {
  const lines = tiles.map(({ file, probability, state }, index) => {
    const mark = selected.includes(index + 1) ? '*' : ' ';
    return `${mark} ${probability.toFixed(3)} ${state.padEnd(6)} ${file}`;
  });
  const answer = selected.length > 0 ? `${text}: ${selected.join(', ')}` : `${text}: none`;
  return [
    ...lines,
    known ? answer : `${text}: the model does not know this word`,
    `${model}, ${runtime}`,
  ].join('\n');
}
