import type { TileImage, TileInput, TileScore } from '../../shared/protocol.ts';
import { tileScore } from '../../shared/tile-score.ts';
import type { Tile } from '../page/tile.ts';
import { addressOf } from '../picture/picture-state.ts';
import { fingerprintOf, isSamePicture, type Fingerprint } from '../picture/fingerprint.ts';

interface Slot {
  tile: Tile;
  address: string | undefined;
  fingerprint: Fingerprint | undefined;
  score: TileScore | undefined;
  clicked: boolean;
}

/** What a place without a picture scores: it is never chosen. */
const HOLE: TileInput = { kind: 'scored', score: { probability: 0 } };

/** What is known of each tile of a grid, for as long as it shows the same picture. */
export interface TileMemory {
  readonly tiles: () => readonly Tile[];
  /**
   * The page has built its tiles anew; what they show decides whether anything is forgotten. Says
   * whether any element is another one.
   */
  readonly setTiles: (tiles: readonly Tile[]) => boolean;
  /** Tiles that may show another picture than before. A canvas may at any time, and says so only when looked at. */
  readonly suspects: (withCanvases: boolean) => readonly Tile[];
  /** Takes new looks at tiles in; what shows another picture is forgotten. Says whether any did. */
  readonly look: (images: ReadonlyMap<Tile, TileImage>) => boolean;
  /** The slots of a request: scores where they are known, the pixels of the others. */
  readonly inputs: (images: ReadonlyMap<Tile, TileImage>) => readonly TileInput[];
  /** Tiles whose pixels a request needs. */
  readonly unscored: () => readonly Tile[];
  readonly keepScores: (scores: readonly TileScore[]) => void;
  readonly scores: () => readonly TileInput[] | undefined;
  readonly markClicked: (index: number, isClicked: boolean) => void;
  readonly isClicked: (index: number) => boolean;
  readonly forget: () => void;
}

function addressOfTile({ picture }: Tile): string | undefined {
  return picture && addressOf(picture);
}

function isSameTile(a: Tile, b: Tile): boolean {
  return (
    a.element === b.element &&
    a.picture?.element === b.picture?.element &&
    a.picture?.kind === b.picture?.kind
  );
}

function fresh(tile: Tile): Slot {
  return { tile, address: addressOfTile(tile), fingerprint: undefined, score: undefined, clicked: false };
}

function scored(slot: Slot): TileInput | undefined {
  if (!slot.tile.element) return HOLE;
  return slot.score && { kind: 'scored', score: slot.score };
}

export function createTileMemory(first: readonly Tile[]): TileMemory {
  let slots = first.map(fresh);
  return {
    tiles: () => slots.map(({ tile }) => tile),
    setTiles(tiles) {
      const isOther = tiles.length !== slots.length;
      let isRebuilt = isOther;
      slots = tiles.map((tile, index) => {
        const before = slots[index];
        if (!before || isOther) return fresh(tile);
        // The same tile stays the same object: looks at it may be under way.
        if (isSameTile(before.tile, tile)) return before;
        isRebuilt = true;
        return { ...before, tile, address: undefined };
      });
      return isRebuilt;
    },
    suspects: (withCanvases) =>
      slots.flatMap((slot) => {
        if (!slot.fingerprint || !slot.tile.element) return [];
        const mayChange = withCanvases && slot.tile.picture?.kind === 'canvas';
        return mayChange || addressOfTile(slot.tile) !== slot.address ? [slot.tile] : [];
      }),
    look(images) {
      let changed = false;
      for (const slot of slots) {
        const image = images.get(slot.tile);
        if (!image) continue;
        const fingerprint = fingerprintOf(image);
        if (slot.fingerprint && !isSamePicture(slot.fingerprint, fingerprint)) {
          changed = true;
          slot.score = undefined;
          slot.clicked = false;
          slot.fingerprint = fingerprint;
        }
        slot.fingerprint ??= fingerprint;
        slot.address = addressOfTile(slot.tile);
      }
      return changed;
    },
    inputs: (images) =>
      slots.map((slot) => {
        const image = images.get(slot.tile);
        return scored(slot) ?? (image ? { kind: 'pixels', image } : HOLE);
      }),
    unscored: () => slots.filter((slot) => !scored(slot)).map(({ tile }) => tile),
    keepScores(scores) {
      for (const [index, slot] of slots.entries()) {
        const score = scores[index];
        if (score) slot.score = tileScore(score);
      }
    },
    scores() {
      const all = slots.map(scored);
      return all.every((input) => input !== undefined) ? all : undefined;
    },
    markClicked(index, isClicked) {
      const slot = slots[index];
      if (slot) slot.clicked = isClicked;
    },
    isClicked: (index) => slots[index]?.clicked ?? false,
    forget() {
      slots = slots.map(({ tile }) => fresh(tile));
    },
  };
}
