import type { Shape } from './shape.ts';

/**
 * What a measured box is: a picture of its own (`image`, `canvas`, `background`), an element that holds exactly one
 * picture and little else (`wrapper`), or an element without a picture, which can only be a tile where it lies over
 * one (`cell`).
 */
export type BoxKind = 'image' | 'canvas' | 'background' | 'wrapper' | 'cell';

export interface Box {
  /** The caller's own name for it, handed back in the slots. */
  readonly id: number;
  readonly kind: BoxKind;
  /** As seen: clipped by what hides a part of it. */
  readonly shape: Shape;
}

/** Best first, where several boxes share one place: the picture itself tells most exactly what is to be seen. */
const RANK = { image: 0, canvas: 1, background: 2, wrapper: 3, cell: 4 } as const satisfies Record<
  BoxKind,
  number
>;

export function kindRank(kind: BoxKind): number {
  return RANK[kind];
}

export function isPicture(kind: BoxKind): boolean {
  return kind !== 'wrapper' && kind !== 'cell';
}

/** One place of a grid, with every box that lies there, best first; no box where the page left a hole. */
export interface Slot {
  readonly boxes: readonly Box[];
  readonly shape: Shape;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** rows * columns, row by row from the top left of the screen. */
  readonly slots: readonly Slot[];
  /** The one picture that all slots are cut from, for cells laid over it. */
  readonly over?: Box;
}
