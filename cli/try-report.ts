import type { PageState } from '../src/shared/messages.ts';
import type { SolveTimes } from '../src/shared/solve-times.ts';

/** CSS pixels from the top left corner of the page, wherever it is scrolled to and whichever frame the tile is in. */
export interface TileBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What `try` prints. Positions count from 1; `null` stands for what was not found or not measured. */
export interface TryReport {
  readonly url: string;
  readonly question: string | null;
  readonly text: string | null;
  readonly grid: { readonly rows: number; readonly columns: number } | null;
  readonly tiles: readonly {
    readonly box: TileBox | null;
    readonly probability: number | null;
    readonly state: 'yes' | 'unsure' | 'no' | null;
  }[];
  readonly selected: readonly number[];
  readonly clicked: readonly number[];
  readonly outcome: PageState['phase'];
  readonly message: string | null;
  readonly backend: string | null;
  /** Milliseconds by step. */
  readonly times: SolveTimes | null;
}

/**
 * @param state of the frame that has the grid, undefined where none has one
 * @param offset of that frame's viewport from the page's top left corner, CSS pixels
 */
export function tryReport(
  url: string,
  state: PageState | undefined,
  offset: { readonly x: number; readonly y: number },
): TryReport {
  const { rows, columns, boxes = [], tiles = [] } = state ?? {};
  const count = Math.max(boxes.length, tiles.length);
  return {
    url,
    question: state?.question ?? null,
    text: state?.text ?? null,
    grid: rows === undefined || columns === undefined ? null : { rows, columns },
    tiles: Array.from({ length: count }, (_, slot) => {
      const box = boxes[slot];
      return {
        box: box === undefined ? null : { ...box, x: box.x + offset.x, y: box.y + offset.y },
        probability: tiles[slot]?.probability ?? null,
        state: tiles[slot]?.state ?? null,
      };
    }),
    selected: state?.selected ?? [],
    clicked: state?.clicked ?? [],
    outcome: state?.phase ?? 'idle',
    message: state?.message ?? null,
    backend: state?.backend ?? null,
    times: state?.times ?? null,
  };
}
