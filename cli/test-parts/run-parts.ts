import type { Part } from './parts.ts';
import { FAILED, sum, type Tally } from './tally.ts';

/** Runs parts one after the other, also after one has failed, and prints each with its sum; the sum of all. */
export async function runParts(parts: readonly Part[]): Promise<Tally> {
  const lines: string[] = [];
  const tallies: Tally[] = [];
  for (const { name, about, run } of parts) {
    console.log(`\n── ${name}: ${about}`);
    const start = performance.now();
    const tally = await run().catch((error: unknown) => {
      console.log(error instanceof Error ? error.message : String(error));
      return FAILED;
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    tallies.push(tally);
    const line = `${tally.failed === 0 ? '✓' : '✗'} ${name}: ${describe(tally)} in ${seconds} s`;
    lines.push(line);
    console.log(line);
  }
  console.log(`\n${lines.join('\n')}`);
  return sum(tallies);
}

export function describe({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
