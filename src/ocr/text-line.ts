import type { Box } from '../shared/picture.ts';

/** A line of text as it was read from a picture. */
export interface TextLine {
  readonly text: string;
  /** Mean probability of its characters, 0..1. */
  readonly confidence: number;
  /** Picture pixels. */
  readonly box: Box;
}
