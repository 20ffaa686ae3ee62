import { askByExample, askFor, isPersonal, notUnderstood, type AskedFor } from './asked-for.ts';
import { eater } from './eat.ts';
import * as en from './english-phrases.ts';
import { englishThing, englishThings, readExclusion } from './english-things.ts';

interface Thing {
  readonly words: string;
  readonly ofPictures: boolean;
  /** With …, that shows …. */
  readonly related: boolean;
}

function readThing(body: string): Thing {
  const text = eater(body);
  // All that contain a bus: the word for pictures may be left out.
  if (
    text.eat(en.IMAGE) ||
    text.eat(/^(?:every|any)thing\s+that(?=\s|['’]s)/i) ||
    /^(?:that|which)\s/i.test(body)
  ) {
    const appears = en.APPEARS.exec(text.rest)?.[1];
    const related = appears !== undefined || text.eat(en.RELATION) !== undefined;
    if (related) {
      const words = (appears ?? text.rest).replace(en.WHERE, '').trim();
      return { words, ofPictures: true, related: true };
    }
    // "Box turtles": the word was a part of the thing.
  }
  const ofPictures = en.IMAGE_TAIL.test(body);
  return { words: body.replace(en.IMAGE_TAIL, ''), ofPictures, related: false };
}

function judge(
  thing: Thing,
  { whole, body }: { readonly whole: string; readonly body: string },
  clear: boolean,
  count: number | undefined,
): AskedFor | undefined {
  // Images which do not contain a bridge: the relation was no plain one.
  const excludes = en.IMAGE.test(body) && en.ABSENT.test(body);
  if (!clear && !thing.ofPictures && !excludes) return undefined;
  if (en.EXAMPLE.test(whole)) {
    const isOther = en.NEGATION.test(whole) || en.COMPARISON.test(whole);
    return isOther ? notUnderstood('example') : askByExample('same as the example', count);
  }
  if (
    isPersonal(
      body.replace(
        /\byou (?:can(?: ?not|['’]t)? |don['’]t )?(?:see|find)\b|\b(?:more|fewer|less) than(?: one\b)?|\bat least one\b|\bone or more\b|\bbest (?=match|fit|describ|show|represent)/gi,
        '',
      ),
      en,
    )
  )
    return undefined;
  if (en.SEE_NEXT.test(thing.words)) return thing.ofPictures ? { kind: 'incomplete' } : undefined;
  if (en.COMPARISON.test(thing.words)) return notUnderstood('comparison');
  if (en.BOTH.test(body)) return notUnderstood('several');
  if (thing.related && en.AMOUNT.test(thing.words)) return notUnderstood('amount');
  const but = en.BUT.exec(thing.words)?.groups;
  if (but) {
    const any = englishThings(but['any'] ?? '');
    const none = englishThings(but['none'] ?? '');
    if (any && none) return askFor(any, none, count);
  }
  if (en.NEGATION.test(body)) {
    const exclusion = readExclusion(body);
    if (!exclusion && en.FORM_WORDS.test(body)) return undefined;
    return exclusion ? askFor(exclusion.any, exclusion.none, count) : notUnderstood('negation');
  }
  if (en.JOINED.test(thing.words)) {
    const things = englishThings(thing.words);
    return things ? askFor(things, [], count) : notUnderstood('several');
  }
  const isOther = !thing.related && (en.PREPOSITIONS.test(thing.words) || en.IMAGE.test(thing.words));
  const words = isOther ? undefined : englishThing(thing.words);
  return words === undefined ? undefined : askFor([words], [], count);
}

/**
 * Reads one clause without sentence marks, such as "Select all images with a fire hydrant".
 *
 * @returns undefined where it is no request for pictures
 */
export function readEnglish(clause: string): AskedFor | undefined {
  const ordered = en.ORDER.test(clause);
  const text = eater(
    clause
      .replace(en.ORDER, '')
      .replace(/[?\s]+$/, '')
      .replace(/\bbest (?=match|fit|describ)/i, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const lead = text.eat(en.LEAD);
  const from = text.eat(
    /^(?:in|from|among|on) (?:the|these|this) .*?(?=\b(?:select|click|tap|pick|choose|find|identify|mark)\b)/i,
  );
  const verb = text.eat(en.VERB)?.[0];
  if (verb === undefined) return undefined;
  const all = text.eat(en.ALL) !== undefined;
  text.eat(/^(?:exactly|only|just)\s+/i);
  const bound = text.eat(en.BOUND) !== undefined;
  const number = text.eat(en.COUNT)?.[1];
  text.eat(en.DETERMINER);
  const whole = text.rest.replace(en.AFTERWARDS, '');
  // Hills you see in the images: it may say where twice.
  const body = whole.replace(en.WHERE, '').replace(en.WHERE, '');
  const thing = readThing(body);
  const count = number === undefined || bound ? undefined : en.numberOf(number);
  const isCopy = lead === undefined && en.COPY_VERBS.test(verb);
  const counted = !isCopy && (all || number !== undefined);
  const picksOut = lead !== undefined && /^pick\s+out/i.test(verb);
  const clear =
    counted ||
    picksOut ||
    /^everything\b/i.test(body) ||
    (en.COMPARISON.test(whole) && /^(?:click|tap|select|choose|pick|find)/i.test(verb)) ||
    from !== undefined ||
    body !== whole;
  const asked = judge(thing, { whole, body }, clear, count);
  const aboutPictures = asked !== undefined || (en.IMAGE.test(body) && !isPersonal(body, en));
  return ordered && aboutPictures ? notUnderstood('order') : asked;
}
