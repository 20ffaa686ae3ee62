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

/**
 * Mean of -ln of the chance that was given to what is true. Those that are true and those that are not count the same
 * together, however many more of either there are: most tiles of a grid are wrong ones. `signs` are 1 or -1.
 */
export function logLoss(signs: readonly number[], logOdds: readonly number[]): number {
  const kinds = [1, -1].flatMap((kind) => {
    const losses = signs.flatMap((sign, index) =>
      sign === kind ? -Math.log(probabilityOf(sign * (logOdds[index] ?? 0))) : [],
    );
    return losses.length === 0 ? [] : losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  });
  return kinds.reduce((sum, loss) => sum + loss, 0) / kinds.length;
}
