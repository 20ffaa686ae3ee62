import type { PageResult } from './visit-page.ts';

export interface Share {
  readonly pages: number;
  readonly right: number;
}

export interface GallerySummary {
  readonly withGrid: Share;
  readonly without: Share;
  readonly byKind: Readonly<Record<string, Share>>;
}

export function summarise(results: readonly PageResult[]): GallerySummary {
  const kinds = [...new Set(results.map(kindOf))].toSorted();
  return {
    withGrid: share(results.filter(isGridPage)),
    without: share(results.filter((result) => !isGridPage(result))),
    byKind: Object.fromEntries(
      kinds.map((kind) => [kind, share(results.filter((result) => kindOf(result) === kind))]),
    ),
  };
}

/** A table of kinds, then every page that failed with what was expected and found. */
export function describeResults(results: readonly PageResult[]): string {
  const { withGrid, without, byKind } = summarise(results);
  const rows = Object.entries(byKind).map(([kind, each]) => `${kind.padEnd(28)}${describeShare(each)}`);
  const failures = results
    .filter(({ faults }) => faults.length > 0)
    .map(({ path, faults }) => [`✗ ${path}`, ...faults.map((fault) => `    ${fault}`)].join('\n'));
  return [
    ...rows,
    '',
    ...failures,
    '',
    `with a grid: ${describeShare(withGrid)}`,
    `without:     ${describeShare(without)}`,
  ].join('\n');
}

function isGridPage({ path }: PageResult): boolean {
  return path.startsWith('grid/');
}

function kindOf(result: PageResult): string {
  return `${isGridPage(result) ? 'grid' : 'none'} ${result.kind}`;
}

function share(results: readonly PageResult[]): Share {
  return { pages: results.length, right: results.filter(({ faults }) => faults.length === 0).length };
}

function describeShare({ pages, right }: Share): string {
  const percent = pages === 0 ? 100 : (right / pages) * 100;
  return `${right} of ${pages} right, ${percent.toFixed(1)} %`;
}
