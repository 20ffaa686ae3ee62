import type { ToBackground } from '../../shared/messages.ts';
import type { SiteRule } from '../../shared/site-rules.ts';
import { listenToPicks } from './listen-to-picks.ts';
import { panelFor } from './panel-for.ts';
import { createPickerLayer, type MarkKind } from './picker-layer.ts';
import type { Check, Step } from './picker-step.ts';
import { tileGroups, type TileGroup } from './tile-groups.ts';

type Mark = readonly [Element, MarkKind];

/**
 * Lets the person show the question and one tile of a page; the rest of the tiles are found from the one. Nothing of
 * the page is pressed or changed by it.
 *
 * @returns what ends it
 */
export function startPicker(): () => void {
  const layer = createPickerLayer();
  let step: Step = { kind: 'question' };
  let current: Element | undefined;
  let known: { readonly element: Element; readonly groups: readonly TileGroup[] } | undefined;

  /** Remembered for one element: the pointer rests on it for many events. */
  function groupsAt(element: Element): readonly TileGroup[] {
    if (known?.element !== element) known = { element, groups: tileGroups(element) };
    return known.groups;
  }

  function draw(): void {
    const alike = step.kind === 'tile' && current ? (groupsAt(current)[0]?.elements ?? []) : [];
    layer.mark(marksOf(step, current, alike));
    // In a frame within the page it stays unseen until the pointer or the focus comes there.
    if (window !== window.top && !current && step.kind === 'question') return;
    layer.show(panelFor(step, current, alike.length, { go, save, cancel, close: end }));
  }

  function go(next: Step): void {
    step = next;
    current = undefined;
    draw();
  }

  function pick(element: Element): void {
    if (step.kind === 'question') {
      tellPickingHere();
      go({ kind: 'tile', question: element });
    } else if (step.kind === 'tile') {
      go({ kind: 'check', question: step.question, groups: groupsAt(element), at: 0 });
    } else if (step.kind === 'press') {
      go({ ...step.check, press: element });
    }
  }

  function save(rule: SiteRule, check: Check): void {
    const message: ToBackground = { type: 'save-rule', rule };
    chrome.runtime.sendMessage(message).then(
      () => go({ kind: 'saved' }),
      (error: unknown) => go({ ...check, failure: error instanceof Error ? error.message : String(error) }),
    );
  }

  const unlisten = listenToPicks(layer.host, {
    isPicking: () => step.kind !== 'check' && step.kind !== 'saved',
    current: () => current,
    move(element) {
      if (element === current) return;
      current = element;
      draw();
    },
    pick,
    redraw: draw,
    cancel,
  });

  function cancel(): void {
    tellPickingHere();
    end();
  }

  function end(): void {
    unlisten();
    layer.remove();
  }

  draw();
  return end;
}

function marksOf(step: Step, current: Element | undefined, alike: readonly Element[]): Mark[] {
  const shown = current ? [current] : [];
  switch (step.kind) {
    case 'question':
      return marked(shown, 'current');
    case 'tile':
      return [...marked([step.question], 'chosen'), ...marked(alike, 'like'), ...marked(shown, 'current')];
    case 'press':
      return [...marksOf(step.check, undefined, []), ...marked(shown, 'current')];
    case 'check': {
      const tiles = step.groups[step.at]?.elements ?? [];
      return marked([step.question, ...tiles, ...(step.press ? [step.press] : [])], 'chosen');
    }
    case 'saved':
      return [];
    default:
      return step satisfies never;
  }
}

function marked(elements: readonly Element[], kind: MarkKind): Mark[] {
  return elements.map((element) => [element, kind]);
}

/** Pickers in other frames of the tab are no longer waited for. */
function tellPickingHere(): void {
  const message: ToBackground = { type: 'picking-here' };
  // Where the extension is gone nobody is left to end them; this one goes on alone.
  chrome.runtime.sendMessage(message).catch(() => undefined);
}
