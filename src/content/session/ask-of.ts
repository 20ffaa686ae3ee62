import type { Ask, TileImage } from '../../shared/protocol.ts';
import type { FoundGrid } from '../page/found-grid.ts';
import type { Capturer } from './capture-tiles.ts';
import { findExample } from './find-example.ts';
import { readTiles } from './read-tiles.ts';
import { settle } from './settle.ts';

export function isOrder({ asking: { asked } }: FoundGrid): boolean {
  return asked.kind === 'question' && asked.beyond?.kind === 'order';
}

/** What a grid asks beyond one thing, as the engine is told it. */
export interface AskReader {
  /** Nothing where one thing is asked for; undefined where an example is asked for that is not there. */
  readonly read: (found: FoundGrid, signal: AbortSignal) => Promise<{ readonly ask?: Ask } | undefined>;
  /** The next look reads the example again. */
  readonly forget: () => void;
}

export function createAskReader(capturer: Capturer): AskReader {
  let example: TileImage | undefined;

  async function readExample(found: FoundGrid, signal: AbortSignal): Promise<TileImage | undefined> {
    const tile = findExample(found);
    if (!tile) return undefined;
    await settle([tile], signal);
    return (await readTiles([tile], capturer, signal)).get(tile);
  }

  return {
    forget() {
      example = undefined;
    },
    async read(found, signal) {
      const { asked } = found.asking;
      const beyond = asked.kind === 'question' ? asked.beyond : undefined;
      if (beyond?.kind !== 'example') return beyond ? { ask: beyond } : {};
      example ??= await readExample(found, signal);
      return example && { ask: { kind: 'example', image: example } };
    },
  };
}
