import { answer, modelSureness, settings } from './state.ts';
import { Sureness } from './sureness.tsx';
import { Threshold } from './threshold.tsx';

/** What the person can set about the decision: how sure it must be or, one click away, the raw threshold of a tile. */
export function Decision() {
  const isByHand = settings.value.threshold !== null;
  const cannotTell =
    answer.value !== undefined &&
    answer.value.outcome !== 'unknown-word' &&
    modelSureness.value === undefined;
  return isByHand || cannotTell ? <Threshold /> : <Sureness />;
}
