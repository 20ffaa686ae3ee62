/**
 * Why a request that was recognised as one cannot be answered. `several`: two things in one picture. `amount`: how many
 * things a picture shows. `drawn`: it is drawn as a picture and has not been read.
 */
export type NotUnderstoodReason =
  'negation' | 'several' | 'order' | 'example' | 'comparison' | 'amount' | 'drawn';

/** What is asked for beyond one thing; structurally the words of the protocol's Ask. */
export type Beyond =
  /** Pictures that show at least one of `any` (whatever they show, where it is empty) and none of `none`. */
  | { readonly kind: 'things'; readonly any: readonly string[]; readonly none: readonly string[] }
  /** One picture for each thing, to be clicked in this order. */
  | { readonly kind: 'order'; readonly things: readonly string[] }
  /** Pictures of what an example picture shows. */
  | { readonly kind: 'example' };

/** What a page asks for. */
export interface Question {
  readonly kind: 'question';
  /**
   * The thing: 公交车, traffic light (English in lower case and in the singular). Where `beyond` says more, all of it in
   * short, for the person: 公交车、自行车.
   */
  readonly text: string;
  /** How many tiles are asked for, where the page says so. */
  readonly count?: number;
  /** Absent where one thing is asked for. */
  readonly beyond?: Beyond;
}

export interface NotUnderstood {
  readonly kind: 'not-understood';
  readonly reason: NotUnderstoodReason;
}

/** `incomplete`: a request whose thing stands elsewhere, on the next line or after a colon. */
export type AskedFor = Question | NotUnderstood | { readonly kind: 'incomplete' };

/** A question about things, as plain as it can be said. */
export function askFor(any: readonly string[], none: readonly string[], count?: number): Question {
  const counted = count === undefined ? {} : { count };
  const [only] = any;
  if (only !== undefined && any.length === 1 && none.length === 0) {
    return { kind: 'question', text: only, ...counted };
  }
  const beyond = { kind: 'things', any, none } as const;
  return { kind: 'question', text: beyondText(beyond), ...counted, beyond };
}

/** The same question with its things in other characters. */
export function respelt({ text, count, beyond }: Question, spell: (thing: string) => string): Question {
  if (beyond?.kind === 'order') return askInOrder(beyond.things.map(spell));
  if (beyond?.kind === 'example') return askByExample(text, count);
  return askFor((beyond?.any ?? [text]).map(spell), (beyond?.none ?? []).map(spell), count);
}

export function askByExample(text: string, count?: number): Question {
  return {
    kind: 'question',
    text,
    ...(count === undefined ? {} : { count }),
    beyond: { kind: 'example' },
  };
}

export function askInOrder(things: readonly string[]): Question {
  return { kind: 'question', text: things.join(' → '), beyond: { kind: 'order', things } };
}

const HAN = /\p{Script=Han}/u;

function beyondText({ any, none }: Extract<Beyond, { kind: 'things' }>): string {
  const isChinese = [...any, ...none].some((thing) => HAN.test(thing));
  const list = (things: readonly string[]): string => things.join(isChinese ? '、' : ' or ');
  if (none.length === 0) return list(any);
  if (any.length === 0) return isChinese ? `不含${list(none)}` : `no ${list(none)}`;
  return isChinese ? `${list(any)}（不含${list(none)}）` : `${list(any)}, no ${list(none)}`;
}

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
