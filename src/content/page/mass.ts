/** So many mutations between two looks are a mass: none of them is looked at by itself. */
export const MASS = 128;

export function isMass(records: readonly unknown[]): boolean {
  return records.length > MASS;
}

/** Mutations of a mass that are looked at, and kinds of them up to which the mass is one of a list. */
const SAMPLES = 16;
const FEW_KINDS = 4;

interface Named {
  readonly nodeName: string;
}

/** What of a mutation is looked at. */
export interface Sample {
  readonly target: Named;
  readonly addedNodes: { readonly [index: number]: Named };
}

/** Whether a mass does much the same all over: rows of a table, items of a feed, numbers that change. */
export function isUniform(records: readonly Sample[]): boolean {
  const kinds = new Set<string>();
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const record = records[Math.floor((sample * records.length) / SAMPLES)];
    if (record) kinds.add(`${record.target.nodeName} ${record.addedNodes[0]?.nodeName}`);
  }
  return kinds.size <= FEW_KINDS;
}
