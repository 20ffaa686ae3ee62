import type { AnsweredAsk } from './answer-ask.ts';

/** Shares 0..1 of questions of one kind. */
export interface AskFigures {
  readonly questions: number;
  /** Tiles rightly chosen or rightly left; of an order, things that got the right tile. */
  readonly tilesRight: number;
  /** Questions that are wholly right, answered or not. */
  readonly wholeRight: number;
  /** Questions that are not left to the person. */
  readonly answered: number;
  /** Of all questions, those that are answered and not wholly right. */
  readonly answeredWrongly: number;
}

function isRight({ kind, chosen, answer }: AnsweredAsk): boolean {
  if (kind === 'order') return chosen.join() === answer.join();
  return sorted(chosen).join() === sorted(answer).join();
}

function isAnswered({ outcome }: AnsweredAsk): boolean {
  return outcome === 'some' || outcome === 'none';
}

function sorted(positions: readonly number[]): number[] {
  return positions.toSorted((a, b) => a - b);
}

function tilesRight({ kind, chosen, answer, tiles }: AnsweredAsk): number {
  if (kind === 'order') return answer.filter((tile, place) => chosen[place] === tile).length / answer.length;
  const wrong = Array.from({ length: tiles }, (_, tile) => chosen.includes(tile) !== answer.includes(tile));
  return 1 - wrong.filter(Boolean).length / tiles;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function measureAsks(answers: readonly AnsweredAsk[]): Readonly<Record<string, AskFigures>> {
  const kinds = [...new Set(answers.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind): [string, AskFigures] => {
      const own = answers.filter((answer) => answer.kind === kind);
      return [
        kind,
        {
          questions: own.length,
          tilesRight: mean(own.map(tilesRight)),
          wholeRight: mean(own.map((each) => Number(isRight(each)))),
          answered: mean(own.map((each) => Number(isAnswered(each)))),
          answeredWrongly: mean(own.map((each) => Number(isAnswered(each) && !isRight(each)))),
        },
      ];
    }),
  );
}
