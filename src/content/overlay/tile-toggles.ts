import { boundsOf, type Shape } from '../../grid/shape.ts';
import { words } from '../words.ts';
import { arrowTarget } from './arrow-target.ts';

export interface ToggledTile {
  /** Whether it is to be chosen. */
  readonly isChosen: boolean;
  /** Whether the person said so themselves. */
  readonly isCorrected: boolean;
}

/** A small switch in a corner of each tile, by which the person says yes or no of it. One of them can be tabbed to. */
export interface TileToggles {
  /** No tiles take them away. */
  readonly draw: (tiles: readonly ToggledTile[], columns: number) => void;
  readonly place: (shapes: readonly (Shape | undefined)[], clip: DOMRectReadOnly | undefined) => void;
  readonly remove: () => void;
}

/** CSS pixels: WCAG 2.2 asks for 24 (success criterion 2.5.8); and how far it stays from the tile's edge. */
const SIDE = 24;
const INSET = 4;

export function createTileToggles(layer: HTMLElement, onToggle: (index: number) => void): TileToggles {
  const group = document.createElement('div');
  group.role = 'group';
  group.className = 'toggles';
  layer.append(group);
  const buttons: HTMLButtonElement[] = [];
  let columns = 1;

  function rove(index: number): void {
    for (const [at, button] of buttons.entries()) button.tabIndex = at === index ? 0 : -1;
  }

  function onKey(event: KeyboardEvent, index: number): void {
    const target = arrowTarget(event.key, index, columns, buttons.length);
    if (target === undefined || !event.isTrusted) return;
    // The page scrolls by these keys, or moves in a grid of its own.
    event.preventDefault();
    event.stopPropagation();
    rove(target);
    buttons[target]?.focus();
  }

  function create(index: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.role = 'checkbox';
    button.className = 'toggle';
    button.ariaLabel = words().tile(index + 1);
    button.tabIndex = index === 0 ? 0 : -1;
    // A press would take the focus away from where the person is.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('focus', () => rove(index));
    button.addEventListener('keydown', (event) => onKey(event, index));
    button.addEventListener('click', (event) => event.isTrusted && onToggle(index));
    return button;
  }

  return {
    draw(tiles, across) {
      columns = across;
      group.ariaLabel = words().corrections;
      group.hidden = tiles.length === 0;
      while (buttons.length > tiles.length) buttons.pop()?.remove();
      while (buttons.length < tiles.length) {
        const button = create(buttons.length);
        buttons.push(button);
        group.append(button);
      }
      if (buttons.length > 0 && buttons.every(({ tabIndex }) => tabIndex !== 0)) rove(0);
      for (const [index, { isChosen, isCorrected }] of tiles.entries()) {
        const button = buttons[index];
        if (!button) continue;
        button.ariaChecked = String(isChosen);
        button.classList.toggle('corrected', isCorrected);
        button.textContent = isChosen ? '✓' : '';
      }
    },
    place(shapes, clip) {
      for (const [index, button] of buttons.entries()) {
        const shape = shapes[index];
        const bounds = shape && boundsOf(shape);
        const left = (bounds?.right ?? 0) - SIDE - INSET;
        const top = (bounds?.top ?? 0) + INSET;
        const isClipped =
          clip &&
          (left < clip.left || top < clip.top || left + SIDE > clip.right || top + SIDE > clip.bottom);
        button.hidden = !bounds || isClipped === true;
        button.style.transform = `translate(${left}px,${top}px)`;
      }
    },
    remove: () => group.remove(),
  };
}
