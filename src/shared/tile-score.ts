import type { TileScore } from './protocol.ts';

/** All of a score, and nothing of the verdict it may come with: what is left out here is decided without later. */
export function tileScore({ probability, clarity, things }: TileScore): TileScore {
  return { probability, ...(clarity !== undefined && { clarity }), ...(things && { things }) };
}
