const STEPS = 20;

/** Of the surest `coverage` of the grids, `right` are wholly right; both are shares. */
export interface CoveragePoint {
  readonly coverage: number;
  readonly right: number;
  /** The least sure of them. */
  readonly confidence: number;
}

/** From the surest twentieth to all grids. Grids that are equally sure come in their own order. */
export function riskCoverage(
  grids: readonly { readonly confidence: number; readonly isRight: boolean }[],
): readonly CoveragePoint[] {
  const ranked = grids.toSorted((a, b) => b.confidence - a.confidence);
  return Array.from({ length: STEPS }, (_, step) => {
    const taken = ranked.slice(0, Math.round(((step + 1) / STEPS) * ranked.length));
    const right = taken.filter(({ isRight }) => isRight).length;
    return {
      coverage: (step + 1) / STEPS,
      right: taken.length === 0 ? 1 : right / taken.length,
      confidence: taken.at(-1)?.confidence ?? 1,
    };
  });
}
