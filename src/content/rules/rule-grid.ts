import { readQuestion } from '../../grid/read-question.ts';
import type { Question } from '../../grid/asked-for.ts';
import { LEAST_TILES, MOST_TILES } from '../../shared/rule-limits.ts';
import type { SiteRule } from '../../shared/site-rules.ts';
import type { AskingText } from '../page/asking-texts.ts';
import type { FoundGrid } from '../page/found-grid.ts';
import type { Tile } from '../page/tile.ts';
import { isShown } from '../page/visible.ts';
import { pictureOf, pseudoPictureOf, type Picture } from '../picture/picture.ts';
import { inReadingOrder } from './reading-order.ts';

/** A bare noun, as where the question is drawn around it; longer texts are read as questions or not at all. */
const LONGEST_NOUN = 40;

/** What a rule finds on the page as it is now; undefined where the question or enough tiles are not there. */
export function ruleGrid(rule: SiteRule): FoundGrid | undefined {
  const question = findAll(rule.question).find(isShown);
  const elements = findAll(rule.tiles).filter((element) => isShown(element) && hasSize(element));
  if (!question || elements.length < LEAST_TILES || elements.length > MOST_TILES) return undefined;
  const asking = askingOf(question);
  if (!asking) return undefined;
  const { rows, columns, places } = inReadingOrder(
    elements.map((element) => element.getBoundingClientRect()),
  );
  return { asking, rows, columns, tiles: places.flatMap((place) => tileOf(elements[place])) };
}

/** Nothing for a selector that the browser does not understand: the person is told where it is written. */
export function findAll(selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function askingOf(element: Element): AskingText | undefined {
  const texts = textsIn(element);
  const label = element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '';
  const question = (texts.length > 0 ? texts.map(({ data }) => data).join('') : label)
    .replace(/\s+/g, ' ')
    .trim();
  const asked = readQuestion(question) ?? bareNoun(question);
  return asked && { element, texts, question, asked, data: texts.map(({ data }) => data).join('') };
}

/** The person has said that this is the question, so a text that is none by itself names the thing. */
function bareNoun(question: string): Question | undefined {
  const text = question.replace(/^[\s"“「『:：]+|[\s"”」』:：。.!！?？]+$/g, '');
  return text === '' || text.length > LONGEST_NOUN ? undefined : { kind: 'question', text };
}

function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node instanceof Text && node.data.trim() !== '' && parent && isShown(parent)) texts.push(node);
  }
  return texts;
}

function tileOf(element: Element | undefined): Tile[] {
  if (!element) return [];
  const picture = pictureIn(element);
  const elements = picture && picture.element !== element ? [picture.element, element] : [element];
  return [{ element, elements, picture }];
}

/** Of the tile itself, else the largest that lies in it. */
function pictureIn(element: Element): Picture | undefined {
  const own = pictureOf(element) ?? pseudoPictureOf(element);
  if (own) return own;
  const inner = [...element.querySelectorAll('*')].flatMap(
    (each) => pictureOf(each) ?? pseudoPictureOf(each) ?? [],
  );
  return inner.toSorted((a, b) => areaOf(b.element) - areaOf(a.element))[0];
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}

function hasSize(element: Element): boolean {
  return areaOf(element) > 0;
}
