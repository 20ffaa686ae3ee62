import type { UnitVector } from '../unit-vector.ts';

/** A tile of which the person has said whether it shows the word, as the head reads it. */
export interface Example {
  readonly vector: UnitVector;
  readonly isRight: boolean;
  /** False where the person let the tile stand when accepting a grid that they had corrected elsewhere. */
  readonly isCorrected: boolean;
}
