import { boundsOf, type Shape } from '../../grid/shape.ts';
import type { CaptureReply } from '../../shared/messages.ts';
import type { TileImage } from '../../shared/protocol.ts';
import { createMeasurer } from '../page/measurer.ts';
import { tileShape, type Tile } from '../page/tile.ts';
import { cropTile } from '../picture/crop-tile.ts';
import { nextFrame } from '../wait.ts';
import { words } from '../words.ts';
import { frameOnTab, tabToCapture } from './frame-on-tab.ts';
import { scrollIntoView } from './settle.ts';
import { UnreadableError } from './unreadable-error.ts';

export interface Capturer {
  readonly capture: () => Promise<CaptureReply>;
  /** Takes our own drawing off the page and puts it back. */
  readonly setHidden: (hidden: boolean) => void;
}

function isInside({ left, top, right, bottom }: ReturnType<typeof boundsOf>): boolean {
  return left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
}

async function bitmapOf(dataUrl: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: 'image/png' }));
}

function refusal(reply: Extract<CaptureReply, { kind: 'refused' }>): UnreadableError {
  return new UnreadableError(
    reply.reason === 'permission' ? words().needsCapture : `${words().noCapture} ${reply.message}`,
  );
}

async function capture({ capture, setHidden }: Capturer, signal: AbortSignal): Promise<ImageBitmap> {
  setHidden(true);
  try {
    // One frame to draw the page without the overlay, one until that is on the screen.
    await nextFrame(signal);
    await nextFrame(signal);
    const reply = await capture();
    if (reply.kind === 'refused') throw refusal(reply);
    return await bitmapOf(reply.dataUrl);
  } finally {
    setHidden(false);
  }
}

interface Placed {
  readonly tile: Tile;
  readonly shape: Shape;
}

function placed(tiles: readonly Tile[]): Placed[] {
  const measure = createMeasurer();
  return tiles.flatMap((tile) => {
    const shape = tileShape(tile, measure);
    return shape ? [{ tile, shape }] : [];
  });
}

/**
 * Cuts tiles out of what the tab shows, for pictures whose pixels the page may not read. Scrolls to those that are
 * out of view.
 *
 * @throws UnreadableError where the tab may not be captured, or a tile cannot be brought into view
 */
export async function captureTiles(
  tiles: readonly Tile[],
  capturer: Capturer,
  signal: AbortSignal,
): Promise<Map<Tile, TileImage>> {
  const images = new Map<Tile, TileImage>();
  let left = tiles;
  while (left.length > 0) {
    if (placed(left).some(({ shape }) => !isInside(boundsOf(shape)))) {
      scrollIntoView(left);
      await nextFrame(signal);
    }
    const toTab = frameOnTab();
    if (!toTab) throw new UnreadableError(words().foreignFrame);
    const bitmap = await capture(capturer, signal);
    // Measured after the capture: what moved meanwhile is cut where it is now, a pixel or two off at most.
    const now = placed(left).filter(({ shape }) => isInside(boundsOf(shape)));
    if (now.length === 0) throw new UnreadableError(words().outOfView);
    const toScreen = tabToCapture(bitmap.width).multiply(toTab).inverse();
    const paint = { source: bitmap, width: bitmap.width, height: bitmap.height, toScreen, isVector: false };
    for (const { tile, shape } of now) images.set(tile, cropTile(paint, shape));
    bitmap.close();
    left = left.filter((tile) => !images.has(tile));
  }
  return images;
}
