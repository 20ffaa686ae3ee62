import type { LearningApi, LearnReply, TaughtTile } from '../../shared/learning.ts';
import { words } from '../words.ts';
import { confirmed, type Corrections, NO_CORRECTIONS, toggled, without } from './corrections.ts';

export interface TeachingTools extends LearningApi {
  /** What the person is told when their correction counts here but was not kept for the next time. */
  readonly onUntaught: (message: string) => void;
  readonly onError: (error: unknown) => boolean;
}

/** What the person corrects in one grid, and the model's learning of it. */
export interface Teaching {
  readonly corrections: () => Corrections;
  /** Places, from 0, that fit as suggested. */
  readonly toggle: (suggested: readonly number[], index: number) => void;
  /** The person has accepted the grid as corrected. */
  readonly confirm: (suggested: readonly number[], tiles: number) => void;
  /** Other pictures are in these places now. */
  readonly drop: (indices: readonly number[]) => void;
}

export function createTeaching(gridId: string, tools: TeachingTools): Teaching {
  let corrections = NO_CORRECTIONS;

  function say(error: unknown): void {
    if (!tools.onError(error)) tools.onUntaught(words().notLearned);
  }

  function teach(tiles: readonly TaughtTile[]): void {
    if (tiles.length === 0) return;
    const onReply = ({ kind }: LearnReply): void => {
      if (kind === 'refused') tools.onUntaught(words().notLearned);
    };
    tools.learn({ gridId, tiles }).then(onReply).catch(say);
  }

  return {
    corrections: () => corrections,
    toggle(suggested, index) {
      corrections = toggled(suggested, corrections, index);
      const isRight = corrections.get(index);
      if (isRight === undefined) tools.undo(gridId, [index]).catch(say);
      else teach([{ slot: index, isRight, source: 'corrected' }]);
    },
    confirm: (suggested, tiles) => teach(confirmed(suggested, corrections, tiles)),
    drop(indices) {
      corrections = without(corrections, indices);
    },
  };
}
