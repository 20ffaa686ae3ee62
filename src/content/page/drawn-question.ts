import { askingLine, collapsed } from '../../grid/asking-line.ts';
import type { NotUnderstood, Question } from '../../grid/asked-for.ts';
import { mayBeQuestion, readQuestion } from '../../grid/read-question.ts';
import { isTextLine } from '../../grid/text-line-shape.ts';
import { boundsOf } from '../../grid/shape.ts';
import type { TileImage } from '../../shared/protocol.ts';
import { cropTile, isTainted } from '../picture/crop-tile.ts';
import { paintOf } from '../picture/paint.ts';
import { pictureOf, type Picture } from '../picture/picture.ts';
import { isLoaded } from '../picture/picture-state.ts';
import type { AskingText } from './asking-texts.ts';
import { layoutParent } from './flat-tree.ts';
import { locateGrids, type Located } from './locate-grid.ts';
import { createMeasurer } from './measurer.ts';
import { tileShape, type Tile } from './tile.ts';
import { isShown } from './visible.ts';

/** A picture of a line's shape with the tiles that it stands by. */
export interface LineByTiles {
  readonly asking: AskingText;
  readonly picture: Picture;
  readonly grid: Located;
}

/** Elements that may show a line of text as a picture. */
const CANDIDATES = 'img,canvas,svg,[style*="url("],p,div,span,h1,h2,h3,h4,h5,label,legend,b,strong';
/** Elements looked at; a page of more is no question's. */
const MOST_ELEMENTS = 3_000;
/** Lines whose surroundings are looked at. */
const MOST_LINES = 4;
/** Milliseconds after which no further line is looked at; each look has its own limit. */
const MOST_TIME = 10;
/** Weighted CSS pixels from the line to its tiles. */
const NEAR = 110;
/** A word in a picture may be the end of a short text before it. Characters. */
const MOST_CONTEXT = 60;
const CONTEXT_LEVELS = 2;
/** Pixels along the longest side that are read. */
const READ_SIDE = 1_280;

function isEmptyBox(element: Element): boolean {
  return element.firstElementChild === null && (element.textContent ?? '').trim() === '';
}

/** A picture of a line of text, as far as its shape tells. */
function lineOf(element: Element): Picture | undefined {
  const isPicture = /^(?:img|canvas|svg)$/.test(element.localName);
  if (!isPicture && !isEmptyBox(element)) return undefined;
  const { width, height } = element.getBoundingClientRect();
  return isTextLine(width, height) && isShown(element) ? pictureOf(element) : undefined;
}

function isLink(element: Element): boolean {
  const href = element.closest('a[href]')?.getAttribute('href');
  return href !== null && href !== undefined && !/^(?:#|javascript:|$)/i.test(href);
}

/** Tiles are pressed and lead nowhere; the pictures of a gallery are links. */
function isForClicks({ rows, columns, tiles }: Located): boolean {
  const isGrid = rows > 1 && columns > 1;
  return isGrid && tiles.every(({ element }) => element && !isLink(element));
}

function placeholder(element: Element): AskingText {
  return {
    element,
    texts: [],
    question: '',
    asked: { kind: 'not-understood', reason: 'drawn' },
    data: '',
    isDrawn: true,
  };
}

/** Elements of the last page that had too many; as long as it has about as many they are not even listed. */
let tooMany = Infinity;
/** About as many. */
const STILL = 0.8;

/** Pictures of a line's shape that stand by tiles, the nearest first. Only measures; nothing is read yet. */
export function linesByTiles(isTried: (element: Element) => boolean): LineByTiles[] {
  const all = document.getElementsByTagName('*').length;
  if (all > tooMany * STILL) return [];
  const elements = document.querySelectorAll(CANDIDATES);
  tooMany = elements.length > MOST_ELEMENTS ? all : Infinity;
  if (tooMany < Infinity) return [];
  const found: LineByTiles[] = [];
  const until = performance.now() + MOST_TIME;
  let looked = 0;
  for (const element of elements) {
    if (looked >= MOST_LINES || performance.now() > until) break;
    const picture = isTried(element) || isLink(element) ? undefined : lineOf(element);
    if (!picture) continue;
    looked += 1;
    const asking = placeholder(element);
    const [grid] = locateGrids(asking)
      .grids.filter((each) => each.cost <= NEAR && isForClicks(each))
      .toSorted((a, b) => a.cost - b.cost);
    if (grid && !grid.tiles.some((tile) => tile.elements.includes(element))) {
      found.push({ asking, picture, grid });
    }
  }
  return found.toSorted((a, b) => a.grid.cost - b.grid.cost);
}

/** The pixels of a picture; undefined where they are not there, or may not be read. */
export async function pixelsOf(element: Element, picture: Picture): Promise<TileImage | undefined> {
  const tile: Tile = { element, elements: [element], picture };
  if (!(await isLoaded(picture))) return undefined;
  const measure = createMeasurer();
  const shape = tileShape(tile, measure);
  try {
    const paint = shape && (await paintOf(picture, shape.centre, measure));
    return paint && cropTile(paint, shape, READ_SIDE);
  } catch (error) {
    if (isTainted(error) || error instanceof DOMException) return undefined;
    throw error;
  }
}

/** 请点击下图中所有的 before a picture of 公交车: the short text that goes on in the picture. */
function textBefore(element: Element): string {
  let above: Element | undefined = layoutParent(element);
  for (let level = 0; above && level < CONTEXT_LEVELS; level += 1) {
    const range = document.createRange();
    range.setStart(above, 0);
    range.setEndBefore(element);
    const text = collapsed(range.toString());
    if (text.length > MOST_CONTEXT) return '';
    if (text !== '') return text;
    above = layoutParent(above);
  }
  return '';
}

export interface DrawnRequest {
  readonly question: string;
  readonly asked: Question | NotUnderstood;
}

/** What the lines that were read in a picture ask for, alone or after the text before it. */
export function requestIn(lines: readonly string[], element: Element): DrawnRequest | undefined {
  const text = lines.join('\n');
  const alone = readQuestion(text);
  if (alone) return { question: askingLine(text, alone), asked: alone };
  const before = text === '' ? '' : textBefore(element);
  if (!mayBeQuestion(before)) return undefined;
  const whole = `${before.replace(/[:：\s]+$/, '')}${text}`;
  const asked = readQuestion(whole) ?? readQuestion(before, text);
  return asked && { question: collapsed(whole), asked };
}

export function isSamePlace(element: Element): boolean {
  return element.isConnected && isShown(element) && boundsOf(createMeasurer()(element).shape).right > 0;
}
