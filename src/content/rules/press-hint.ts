import type { PageState } from '../../shared/messages.ts';
import type { SiteRule } from '../../shared/site-rules.ts';
import { language } from '../words.ts';
import { isShown } from '../page/visible.ts';
import { findAll } from './rule-grid.ts';

const STYLE = `
:host { all: initial; position: fixed; inset: 0; margin: 0; padding: 0; border: 0; background: none; overflow: visible; pointer-events: none; width: auto; height: auto }
:host::backdrop { display: none !important }
.mark { position: fixed; box-sizing: border-box; border: 3px dashed #1a66d9; border-radius: 6px; box-shadow: 0 0 0 1px #fff }
.mark span { position: absolute; left: -3px; top: 100%; margin-top: 4px; padding: 2px 8px; border-radius: 6px; background: #1a66d9; color: #fff; font: 600 13px/1.4 system-ui, sans-serif; white-space: nowrap }`;

const TEXT = { en: 'Yours to press', zh: '请你自己按' } as const;

export interface PressHint {
  /** The page is in another state now. */
  readonly follow: (state: PageState) => void;
  readonly remove: () => void;
}

/**
 * Outlines what the person's rule says is to be pressed, once tiles are chosen. It is only shown: pressing it stays
 * with the person.
 */
export function createPressHint(rules: () => readonly SiteRule[]): PressHint {
  let host: HTMLElement | undefined;
  let stopped = new AbortController();

  function remove(): void {
    stopped.abort();
    host?.remove();
    host = undefined;
  }

  function show(target: Element): void {
    remove();
    stopped = new AbortController();
    host = document.createElement('div');
    host.dataset['tilewise'] = 'press';
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const mark = document.createElement('div');
    mark.className = 'mark';
    const label = document.createElement('span');
    label.role = 'status';
    label.textContent = TEXT[language()];
    mark.append(label);
    root.append(mark);
    const place = (): void => {
      const { left, top, width, height } = target.getBoundingClientRect();
      mark.style.cssText = `left:${left - 4}px;top:${top - 4}px;width:${width + 8}px;height:${height + 8}px`;
    };
    place();
    for (const event of ['scroll', 'resize']) {
      addEventListener(event, place, { capture: true, passive: true, signal: stopped.signal });
    }
    // Pressed, it has served.
    target.addEventListener('click', remove, { signal: stopped.signal });
    document.documentElement.append(host);
    host.showPopover();
  }

  return {
    follow({ phase }) {
      const wanted = phase === 'clicked' ? targetOf(rules()) : undefined;
      if (!wanted) remove();
      else if (!host?.isConnected) show(wanted);
    },
    remove,
  };
}

function targetOf(rules: readonly SiteRule[]): Element | undefined {
  return rules.flatMap(({ press }) => (press === undefined ? [] : findAll(press))).find(isShown);
}
