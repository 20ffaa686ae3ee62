import type { SolveRequest } from '../../shared/protocol.ts';

/** The one thing that a tile of this request shows or does not show; undefined where more is asked, or something else. */
export function wordAskedFor({ text, ask }: Pick<SolveRequest, 'text' | 'ask'>): string | undefined {
  if (ask === undefined) return wordKey(text);
  const [word, ...more] = ask.kind === 'things' ? ask.any : [];
  const isOne = ask.kind === 'things' && more.length === 0 && ask.none.length === 0;
  return isOne && word !== undefined ? wordKey(word) : undefined;
}

/** The name under which a word is taught; the models' vocabulary has no capitals either. */
export function wordKey(text: string): string {
  return text.trim().toLowerCase();
}
