/** Chances beyond are as good as certain; the log-odds stay finite and an example can still move them. */
const LARGEST = 5;

export function logOddsOf(probability: number): number {
  if (probability <= 0) return -LARGEST;
  if (probability >= 1) return LARGEST;
  return Math.min(Math.max(Math.log(probability / (1 - probability)), -LARGEST), LARGEST);
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Mean of -ln of the chance that was given to what is true; `signs` are 1 or -1. */
export function logLoss(signs: readonly number[], logOdds: readonly number[]): number {
  const sum = signs.reduce(
    (total, sign, index) => total - Math.log(probabilityOf(sign * (logOdds[index] ?? 0))),
    0,
  );
  return sum / signs.length;
}
