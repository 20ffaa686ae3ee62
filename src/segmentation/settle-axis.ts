import { axisLines, fitAxis, type Axis } from './axis.ts';
import type { EdgeMap } from './edge-map.ts';

/** Pixels within which the line that belongs to a side is looked for. */
const REACH = 3;

/** Share of edge pixels below which a line is left where the rhythm puts it. */
const CLEAR = 0.4;

/** The axis through the clearest line near each of its sides, all tiles of the line taken together. */
export function settle(axis: Axis, along: Axis, edges: EdgeMap): Axis {
  return fitAxis(axisLines(axis).map((line) => clearestNear(line, along, edges)));
}

function clearestNear(line: number, along: Axis, edges: EdgeMap): number {
  const middle = Math.round(line);
  let best = line;
  let bestShare = CLEAR;
  for (let x = middle - REACH; x <= middle + REACH; x++) {
    const share = meanShare(x, along, edges);
    if (share > bestShare) {
      best = x;
      bestShare = share;
    }
  }
  return best;
}

function meanShare(x: number, along: Axis, edges: EdgeMap): number {
  let sum = 0;
  for (let tile = 0; tile < along.count; tile++) {
    const from = along.start + tile * along.pitch;
    sum += edges.share(x, Math.round(from), Math.round(from + along.size));
  }
  return sum / along.count;
}
