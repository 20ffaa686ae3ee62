import type { Bounds } from '../../grid/shape.ts';
import { language, words } from '../words.ts';
import { isControlAt } from './control-at.ts';
import { placePanel, type Place } from './place-panel.ts';

export interface PanelText {
  /** The question as it was understood. */
  readonly asked: string;
  readonly said: string;
  /** How many tiles one key would choose; 0 hides the button. */
  readonly choices: number;
  /** Whether the person has corrected anything that can be taken back. */
  readonly canUndo: boolean;
  /** What a screen reader is told; empty where it is not worth interrupting. */
  readonly spoken: string;
}

export interface Panel {
  readonly write: (text: PanelText) => void;
  /** Beside the grid, where there is room, and never over it, its question or what the page has to press. */
  readonly place: (grid: Bounds, question: Bounds) => void;
  readonly remove: () => void;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { className });
}

export interface PanelWork {
  readonly accept: () => void;
  readonly undo: () => void;
  readonly close: () => void;
}

export function createPanel(layer: HTMLElement, work: PanelWork): Panel {
  const say = words();
  const panel = make('div', 'panel');
  panel.lang = language() === 'zh' ? 'zh-CN' : 'en';
  const asked = make('p', 'asked');
  const said = make('p', 'said');
  const row = make('div', 'row');
  const accept = make('button', 'accept');
  const key = make('kbd', '');
  const undo = make('button', 'undo');
  const close = make('button', 'close');
  const live = make('div', '');
  live.role = 'status';
  live.ariaLive = 'polite';
  live.style.cssText =
    'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
  key.textContent = 'Enter';
  close.textContent = '×';
  close.ariaLabel = `${say.close} (Esc)`;
  close.title = close.ariaLabel;
  accept.type = 'button';
  close.type = 'button';
  undo.type = 'button';
  undo.textContent = say.undo;
  row.append(accept, key);
  panel.append(asked, said, row, undo, close, live);
  layer.append(panel);
  // A press on a button would take the focus away from where the person is.
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  accept.addEventListener('click', (event) => event.isTrusted && work.accept());
  undo.addEventListener('click', (event) => event.isTrusted && work.undo());
  close.addEventListener('click', (event) => event.isTrusted && work.close());
  return {
    write(text) {
      asked.textContent = text.asked;
      said.textContent = text.said;
      row.hidden = text.choices === 0;
      undo.hidden = !text.canUndo;
      accept.textContent = say.accept(text.choices);
      if (text.spoken && live.textContent !== text.spoken) live.textContent = text.spoken;
    },
    place(grid, question) {
      const window = { width: innerWidth, height: innerHeight };
      const tryOn = (isLow: boolean): Place => {
        panel.classList.toggle('low', isLow);
        return placePanel(panel.getBoundingClientRect(), { window, grid, question, isControlAt });
      };
      // The page is felt through the panel.
      panel.style.pointerEvents = 'none';
      const high = tryOn(false);
      // A question in a frame of its own often has no room for a panel but in the strip below its button.
      const low = high.cost > 0 ? tryOn(true) : high;
      panel.classList.toggle('low', low.cost < high.cost);
      const [left, top] = low.cost < high.cost ? low.corner : high.corner;
      panel.style.pointerEvents = '';
      panel.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
    },
    remove: () => panel.remove(),
  };
}
