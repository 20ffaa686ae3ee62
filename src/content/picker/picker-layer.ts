import { say } from './say.ts';

/** The page's own style must not reach the host, nor may the host take part in the page's layout. */
const HOST_STYLE =
  'all:initial;position:fixed;inset:0;width:auto;height:auto;margin:0;padding:0;border:0;background:none;' +
  'overflow:visible;pointer-events:none;display:block;';

const STYLE = `
:host::backdrop { display: none !important }
.mark { position: fixed; box-sizing: border-box; border: 3px solid #1a66d9; box-shadow: 0 0 0 1px #fff, inset 0 0 0 1px #fff; border-radius: 3px }
.mark.chosen { border-color: #0b6b43 }
.mark.like { border-style: dashed }
.panel { position: fixed; right: 16px; bottom: 16px; width: 320px; padding: 14px 16px; border-radius: 10px; background: #fff; color: #1c2430; box-shadow: 0 1px 2px #0003, 0 6px 24px #0005; pointer-events: auto; font: 14px/1.45 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
.panel.left { right: auto; left: 16px }
[hidden] { display: none !important }
h2 { margin: 0 0 4px; font-size: 15px }
p { margin: 0 0 8px; overflow-wrap: anywhere }
.hint { color: #465162; font-size: 13px }
.row { display: flex; flex-wrap: wrap; gap: 8px }
button { font: inherit; padding: 5px 12px; border: 1px solid #8a8f9c; border-radius: 7px; background: none; color: inherit; cursor: pointer }
button.primary { border-color: #2858b8; background: #2858b8; color: #fff }
button:focus-visible { outline: 2px solid #1a66d9; outline-offset: 2px }
@media (prefers-color-scheme: dark) {
  .panel { background: #20262f; color: #eef1f5; box-shadow: 0 0 0 1px #fff2, 0 6px 24px #0008 }
  .hint { color: #b6c0cd }
  button.primary { border-color: #8fb1f3; background: #8fb1f3; color: #10203f }
}`;

const OWN_EVENTS = [
  'keydown',
  'keypress',
  'keyup',
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
];

export interface Button {
  readonly label: string;
  readonly primary?: boolean;
  readonly run: () => void;
}

export interface PanelContent {
  readonly title: string;
  /** Told to screen readers as it changes. */
  readonly text: string;
  readonly hint: string;
  readonly buttons: readonly Button[];
}

export type MarkKind = 'current' | 'like' | 'chosen';

/** The picker's own layer above the page, closed to the page's scripts and styles. */
export interface PickerLayer {
  readonly host: Element;
  readonly show: (content: PanelContent) => void;
  readonly mark: (marks: readonly (readonly [Element, MarkKind])[]) => void;
  readonly remove: () => void;
}

export function createPickerLayer(): PickerLayer {
  const host = document.createElement('div');
  host.style.cssText = HOST_STYLE.replaceAll(';', ' !important;');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const marks = document.createElement('div');
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.role = 'dialog';
  const title = document.createElement('h2');
  const text = document.createElement('p');
  text.role = 'status';
  const hint = document.createElement('p');
  hint.className = 'hint';
  const row = document.createElement('div');
  row.className = 'row';
  panel.hidden = true;
  panel.append(title, text, hint, row);
  // What happens in the panel is none of the page's business.
  for (const name of OWN_EVENTS) panel.addEventListener(name, (event) => event.stopPropagation());
  root.append(marks, panel);
  document.documentElement.append(host);
  host.showPopover();
  let shown: readonly Button[] = [];
  // Out of the way where the pointer comes near: what lies under the panel is to be picked too.
  const dodge = (): void => void panel.classList.toggle('left');
  return {
    host,
    show(content) {
      panel.hidden = false;
      title.textContent = content.title;
      panel.ariaLabel = content.title;
      if (text.textContent !== content.text) text.textContent = content.text;
      hint.textContent = content.hint;
      const isSame = content.buttons.map(labelOf).join('\n') === shown.map(labelOf).join('\n');
      shown = content.buttons;
      if (isSame) return;
      row.replaceChildren(
        ...shown.map(({ label, primary }, index) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = label;
          button.className = primary === true ? 'primary' : '';
          button.addEventListener('click', (event) => event.isTrusted && shown[index]?.run());
          return button;
        }),
        moveButton(dodge),
      );
      // Whoever works by keys goes on there; while something is to be picked the page keeps the focus.
      row.querySelector<HTMLElement>('.primary')?.focus();
    },
    mark(wanted) {
      marks.replaceChildren(
        ...wanted.map(([element, kind]) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const box = document.createElement('div');
          box.className = `mark ${kind}`;
          box.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
          return box;
        }),
      );
    },
    remove: () => host.remove(),
  };
}

function labelOf({ label }: Button): string {
  return label;
}

function moveButton(run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '⇄';
  button.ariaLabel = say('pickerMove');
  button.title = button.ariaLabel;
  button.addEventListener('click', run);
  return button;
}
