import { boundsOf, unionOf, type Bounds } from '../../grid/shape.ts';
import { aroundTiles } from '../page/around-tiles.ts';
import { createMeasurer } from '../page/measurer.ts';
import { tileShape, type Tile } from '../page/tile.ts';
import { isLoaded } from '../picture/picture-state.ts';
import { delay, nextFrame } from '../wait.ts';

/** Milliseconds. Pictures that are not there by then are not coming by themselves. */
const MAX_WAIT = 10_000;
/** Pictures that wait to be scrolled to are scrolled to after this. */
const SCROLL_AFTER = 600;
const LOOK_EVERY = 60;
/** Boxes that moved by less stand still. CSS pixels. */
const STILL = 0.5;
/** Milliseconds a page is given to end its own fading and sliding. */
const MAX_ANIMATION = 2_500;

function boxesOf(tiles: readonly Tile[]): readonly Bounds[] {
  const measure = createMeasurer();
  return tiles.flatMap((tile) => {
    const shape = tileShape(tile, measure);
    return shape ? [boundsOf(shape)] : [];
  });
}

function isStill(a: readonly Bounds[], b: readonly Bounds[]): boolean {
  return (
    a.length === b.length &&
    a.every((box, index) => {
      const other = b[index];
      return (
        other &&
        Math.abs(box.left - other.left) < STILL &&
        Math.abs(box.top - other.top) < STILL &&
        Math.abs(box.right - other.right) < STILL
      );
    })
  );
}

function isAnimating({ elements }: Tile): boolean {
  return elements.some((element) =>
    element
      .getAnimations()
      .some(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      ),
  );
}

/** Pictures without a size of their own take none until they are there: more of them may belong to the grid. */
function isLoading(around: Element): boolean {
  return [...around.querySelectorAll('img')].some((image) => !image.complete && image.loading !== 'lazy');
}

async function areLoaded(tiles: readonly Tile[]): Promise<boolean> {
  if (isLoading(aroundTiles(tiles))) return false;
  const states = await Promise.all(tiles.flatMap(({ picture }) => (picture ? isLoaded(picture) : [])));
  return states.every(Boolean);
}

function isInView(tiles: readonly Tile[]): boolean {
  const { left, top, right, bottom } = unionOf(boxesOf(tiles));
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}

export function scrollIntoView(tiles: readonly Tile[]): void {
  const middle = tiles[Math.floor(tiles.length / 2)];
  middle?.element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}

/** Waits, for a bounded time, until the pictures of the tiles are there and stand still. */
export async function settle(tiles: readonly Tile[], signal: AbortSignal): Promise<void> {
  const start = performance.now();
  let scrolled = false;
  let boxes = boxesOf(tiles);
  for (;;) {
    await nextFrame(signal);
    const now = boxesOf(tiles);
    const waited = performance.now() - start;
    const moves = !isStill(boxes, now) || (waited < MAX_ANIMATION && tiles.some(isAnimating));
    boxes = now;
    if (!moves && (await areLoaded(tiles))) return;
    if (waited > MAX_WAIT) return;
    if (!scrolled && waited > SCROLL_AFTER && !isInView(tiles)) {
      scrolled = true;
      scrollIntoView(tiles);
    }
    await delay(LOOK_EVERY, signal);
  }
}
