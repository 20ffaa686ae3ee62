/** Why a request that was recognised as one cannot be answered yet. */
export type NotUnderstoodReason = 'negation' | 'several' | 'order' | 'example' | 'comparison';

/** The thing that a page asks for. */
export interface Question {
  readonly kind: 'question';
  /** The thing: 公交车, traffic light (English in lower case and in the singular). */
  readonly text: string;
  /** How many tiles are asked for, where the page says so. */
  readonly count?: number;
}

export interface NotUnderstood {
  readonly kind: 'not-understood';
  readonly reason: NotUnderstoodReason;
}

/** `incomplete`: a request whose thing stands elsewhere, on the next line or after a colon. */
export type AskedFor = Question | NotUnderstood | { readonly kind: 'incomplete' };

export function notUnderstood(reason: NotUnderstoodReason): NotUnderstood {
  return { kind: 'not-understood', reason };
}

/** What a clause says of the thing, by the patterns of its language. */
export interface ThingPatterns {
  readonly TASTE: RegExp;
  readonly CONTROLS: RegExp;
  readonly FORM_WORDS: RegExp;
}

export function isPersonal(words: string, patterns: ThingPatterns): boolean {
  return patterns.TASTE.test(words) || patterns.CONTROLS.test(words);
}
