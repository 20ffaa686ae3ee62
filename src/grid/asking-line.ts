import type { NotUnderstood, Question } from './asked-for.ts';
import { readQuestion } from './read-question.ts';

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The sentences of a block that make up its request, without the titles before it:
 * 安全验证 / 请选择所有的公交车 → 请选择所有的公交车.
 */
export function askingLine(text: string, asked: Question | NotUnderstood): string {
  const meaning = JSON.stringify(asked);
  const saysTheSame = (part: string): boolean => JSON.stringify(readQuestion(part)) === meaning;
  let line = text;
  for (;;) {
    const start = /^[^]*?(?:\n|[。！？!?](?=.)|\.(?=\s))/.exec(line)?.[0];
    if (start === undefined || !saysTheSame(line.slice(start.length))) break;
    line = line.slice(start.length);
  }
  return collapsed(line);
}
