import * as v from 'valibot';
import { countFeatures, cutFeatures, disorderFeatures, tileFeatures } from './grid-features.ts';

function weightsOf<const Name extends string>(names: readonly Name[]) {
  return v.object(v.entriesFromList(names, v.optional(v.pipe(v.number(), v.finite()), 0)));
}

/**
 * What `npm run calibrate` has fitted for one model, one weight a feature; one that is left out weighs nothing. The
 * chances of the cuts of a grid, and of none of them being right, are the softmax of their weighed sums; `tile` and
 * `count` are logistic.
 */
export const calibrationSchema = v.object({
  cut: weightsOf(cutFeatures),
  disorder: weightsOf(disorderFeatures),
  tile: v.optional(weightsOf(tileFeatures), { always: 0, odds: 1, mean: 0 }),
  count: weightsOf(countFeatures),
  /** Chance of the whole grid from which it is answered, unless the person says otherwise. */
  sureness: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Whether a grid that is unsure is looked at again, twice at most; each look costs a run of the image tower. */
  secondLook: v.optional(v.boolean(), false),
});

export type Calibration = v.InferOutput<typeof calibrationSchema>;
