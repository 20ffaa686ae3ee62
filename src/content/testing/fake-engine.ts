import type { SolveRequest, TileInput, Verdict } from '../../shared/protocol.ts';
import { COLOURS } from './pictures.ts';

/** Which colour the middle of a tile has; -1 for none of them, and for slots that come as scores. */
function colourOf(input: TileInput): number {
  if (input.kind === 'scored') return -1;
  const { width, height, rgba } = input.image;
  const at = 4 * (Math.floor(height / 2) * width + Math.floor(width / 2));
  return COLOURS.findIndex(([red, green, blue]) => {
    const far =
      Math.abs(red - (rgba[at] ?? 0)) +
      Math.abs(green - (rgba[at + 1] ?? 0)) +
      Math.abs(blue - (rgba[at + 2] ?? 0));
    return far < 8;
  });
}

/**
 * An engine to which tiles of the colours asked for are right, and no others. It stands in for the model only where
 * the page's part is tested; the two are tested together in test/e2e.
 */
export function createFakeEngine(
  isRight: (colour: number) => boolean,
  probabilities = { yes: 0.9, no: 0.1 },
) {
  const requests: SolveRequest[] = [];
  return {
    requests,
    solve: (request: SolveRequest): Promise<Verdict> => {
      requests.push(request);
      const threshold = request.threshold ?? 0.5;
      const tiles = request.tiles.map((input) => {
        const known = input.kind === 'scored' ? input.score.probability : undefined;
        const probability = known ?? (isRight(colourOf(input)) ? probabilities.yes : probabilities.no);
        return { probability, state: probability >= threshold ? ('yes' as const) : ('no' as const) };
      });
      const selected = tiles.flatMap(({ state }, index) => (state === 'yes' ? [index + 1] : []));
      return Promise.resolve({
        kind: 'answer',
        gridId: request.gridId,
        outcome: selected.length > 0 ? 'some' : 'none',
        tiles,
        selected,
        threshold,
        model: 'fake',
        backend: 'cpu',
        times: { queue: 0, text: 0, prepare: 0, image: 0, decide: 0 },
      });
    },
  };
}
