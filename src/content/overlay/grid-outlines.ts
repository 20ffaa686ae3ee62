import { length, type Shape } from '../../grid/shape.ts';
import type { TileState } from '../../shared/protocol.ts';

export interface OutlinedTile {
  readonly state: TileState | 'looking' | 'plain';
  /** 0..1; undefined before the tile is scored. */
  readonly probability: number | undefined;
  /** From 1, where tiles are to be clicked in an order; 0 for one that is not. */
  readonly place?: number | undefined;
}

/** Told apart without colour. */
const SIGNS = { yes: '✓', unsure: '?', no: '', looking: '', plain: '' } as const satisfies Record<
  OutlinedTile['state'],
  string
>;

export interface GridOutlines {
  readonly draw: (tiles: readonly OutlinedTile[]) => void;
  /** Moves the outlines to where the tiles are now. */
  readonly place: (shapes: readonly (Shape | undefined)[], clip: DOMRectReadOnly | undefined) => void;
  readonly remove: () => void;
}

function labelOf({ state, probability, place }: OutlinedTile): string {
  const percent = probability === undefined ? '' : `${Math.round(probability * 100)}%`;
  return [place ? `${place}.` : '', SIGNS[state], percent].filter(Boolean).join(' ');
}

export function createGridOutlines(layer: HTMLElement): GridOutlines {
  const group = document.createElement('div');
  // The live region says it in words.
  group.ariaHidden = 'true';
  layer.append(group);

  return {
    draw(tiles) {
      group.replaceChildren(
        ...tiles.map((tile) => {
          const outline = document.createElement('div');
          outline.className = `tile ${tile.state}`;
          const label = labelOf(tile);
          if (label) outline.append(Object.assign(document.createElement('b'), { textContent: label }));
          return outline;
        }),
      );
    },
    place(shapes, clip) {
      for (const [index, outline] of [...group.children].entries()) {
        const shape = shapes[index];
        if (!(outline instanceof HTMLElement)) continue;
        outline.hidden = !shape;
        if (!shape) continue;
        const { across, down, centre } = shape;
        const [width, height] = [length(across), length(down)];
        const [x, y] = [centre.x - (across.x + down.x) / 2, centre.y - (across.y + down.y) / 2];
        outline.style.width = `${width}px`;
        outline.style.height = `${height}px`;
        outline.style.transform = `matrix(${across.x / width},${across.y / width},${down.x / height},${down.y / height},${x},${y})`;
      }
      group.style.cssText = clip
        ? `position:absolute;inset:0;clip-path:polygon(${[
            [clip.left, clip.top],
            [clip.right, clip.top],
            [clip.right, clip.bottom],
            [clip.left, clip.bottom],
          ]
            .map(([x, y]) => `${x}px ${y}px`)
            .join(',')})`
        : '';
    },
    remove: () => group.remove(),
  };
}
