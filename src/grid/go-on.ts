import { askFor, notUnderstood, type NotUnderstood, type Question } from './asked-for.ts';
import * as zhThings from './chinese-things.ts';
import * as en from './english-phrases.ts';
import * as enThings from './english-things.ts';
import * as zh from './question-phrases.ts';

/** A short rest after the request that is no known phrase goes on listing things: 请选择公交车，自行车. */
const MAX_LISTED = 8;
const MAX_LISTED_WORDS = 4;
/** Words of a list that name nothing. */
const JOINING = /\b(?:and|or|an?|the)\b/gi;

const HAN = /\p{Script=Han}/u;

export type Following = 'afterwards' | 'excludes' | 'lists' | 'prose';

/** What a clause after the request does to it. */
export function following(clause: string): Following {
  const language = HAN.test(clause) ? zh : en;
  if (language.EXCLUDES.test(clause)) return 'excludes';
  if (language.GOES_ON.test(clause)) return 'afterwards';
  // See every one: what can be done of anything.
  if (language === en && /^(?:see|view|read|check|get|book|compare|shop|save)\s/i.test(clause))
    return 'prose';
  // 解锁全文: what one gets for it.
  if (language === zh && zh.CONTROLS.test(clause)) return 'afterwards';
  const words = clause.replace(JOINING, ' ').trim();
  const size = language === zh ? clause.length / MAX_LISTED : words.split(/\s+/).length / MAX_LISTED_WORDS;
  return size <= 1 ? 'lists' : 'prose';
}

/** Takes in what the clauses after a request add to it: more things, and things that are not meant. */
export function goOn(first: Question, clauses: readonly string[]): Question | NotUnderstood | undefined {
  const does = clauses.map(following);
  if (does.includes('prose')) return undefined;
  const { text, count, beyond } = first;
  if (beyond && beyond.kind !== 'things') return first;
  const { any, none } = beyond ?? { any: [text], none: [] };
  const end = does.findIndex((each) => each !== 'lists');
  const listed = thingsOf(clauses.slice(0, end < 0 ? clauses.length : end), 'listed');
  if (!listed) return notUnderstood('several');
  const taken = thingsOf(
    clauses.filter((_, index) => does[index] === 'excludes'),
    'taken',
  );
  if (!taken) return notUnderstood('negation');
  if (listed.length > 0 && any.length === 0) return askFor([], [...none, ...listed, ...taken], count);
  return askFor([...any, ...listed], [...none, ...taken], count);
}

/** The things of clauses; undefined where one of them is none. */
function thingsOf(clauses: readonly string[], as: 'listed' | 'taken'): readonly string[] | undefined {
  const things: string[] = [];
  for (const clause of clauses) {
    const read = readThings(clause, as);
    if (!read) return undefined;
    things.push(...read);
  }
  return things;
}

function readThings(clause: string, as: 'listed' | 'taken'): readonly string[] | undefined {
  if (!HAN.test(clause)) {
    return as === 'taken' ? enThings.readTakenAway(clause) : enThings.englishThings(clause);
  }
  return as === 'taken' ? zhThings.readTakenAway(clause) : zhThings.chineseThings(clause);
}
