import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readQuestion } from './read-question.ts';

/** What is expected of a sentence: test/questions/README.md. */
interface Expected {
  readonly kind: 'question' | 'order' | 'example' | 'not-understood' | 'none';
  readonly any?: readonly string[];
  readonly anyOf?: readonly (readonly string[])[];
  readonly none?: readonly string[];
  readonly noneOf?: readonly (readonly string[])[];
  readonly things?: readonly string[];
  readonly count?: number;
}

interface Sentence {
  readonly text: string;
  readonly next?: string;
  readonly expect: Expected;
}

/** Shares that hold on sentences that the reader was mended after; what it does on others is lower. */
const LEAST = { requests: 0.96, others: 0.985 };

function sentences(file: string): Sentence[] {
  const lines = readFileSync(new URL(`../../test/questions/${file}.jsonl`, import.meta.url), 'utf8');
  return lines
    .trim()
    .split('\n')
    .map((line): Sentence => JSON.parse(line));
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join('\n') === b.toSorted().join('\n');

function isRight({ text, next, expect: wanted }: Sentence): boolean {
  const read = readQuestion(text, next);
  if (wanted.kind === 'none') return read === undefined;
  if (wanted.kind === 'not-understood') return read?.kind === 'not-understood';
  if (read?.kind !== 'question') return false;
  const { beyond, count } = read;
  if (wanted.kind === 'order')
    return beyond?.kind === 'order' && beyond.things.join() === wanted.things?.join();
  if (wanted.kind === 'example') return beyond?.kind === 'example';
  if (beyond && beyond.kind !== 'things') return false;
  const { any, none } = beyond ?? { any: [read.text], none: [] };
  const anys = wanted.anyOf ?? [wanted.any ?? []];
  const nones = wanted.noneOf ?? [wanted.none ?? []];
  return (
    anys.some((each) => sameSet(each, any)) &&
    nones.some((each) => sameSet(each, none)) &&
    count === wanted.count
  );
}

const shareRight = (some: readonly Sentence[]): number => some.filter(isRight).length / some.length;

describe.each(['first', 'second', 'third', 'fourth', 'fifth', 'sixth'])('the %s sentences', (file) => {
  const all = sentences(file);

  test('that ask for pictures are read', () => {
    expect(shareRight(all.filter((each) => each.expect.kind !== 'none'))).toBeGreaterThanOrEqual(
      LEAST.requests,
    );
  });

  test('that ask for nothing are left alone', () => {
    expect(shareRight(all.filter((each) => each.expect.kind === 'none'))).toBeGreaterThanOrEqual(
      LEAST.others,
    );
  });
});
