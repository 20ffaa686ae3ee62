import type { SiteRule } from '../../shared/site-rules.ts';
import { ruleGrid } from '../rules/rule-grid.ts';
import type { Button, PanelContent } from './picker-layer.ts';
import type { Check, Step } from './picker-step.ts';
import { robustSelector } from './robust-selector.ts';
import { say } from './say.ts';

export interface PanelActions {
  readonly go: (step: Step) => void;
  readonly save: (rule: SiteRule, check: Check) => void;
  readonly cancel: () => void;
  readonly close: () => void;
}

/** Characters of a text that are shown of it. */
const SHOWN = 80;

/**
 * What the panel says and offers.
 *
 * @param current what the pointer or the keys are at
 * @param alike how many tiles are like it
 */
export function panelFor(
  step: Step,
  current: Element | undefined,
  alike: number,
  actions: PanelActions,
): PanelContent {
  const cancel = { label: say('pickerCancel'), run: actions.cancel };
  switch (step.kind) {
    case 'question':
      return {
        title: say('pickerQuestionTitle'),
        text: current ? textOf(current) : say('pickerQuestionText'),
        hint: say('pickerKeys'),
        buttons: [cancel],
      };
    case 'tile':
      return {
        title: say('pickerTileTitle'),
        text: alike > 0 ? say('pickerCount', alike) : say('pickerTileText'),
        hint: say('pickerKeys'),
        buttons: [cancel],
      };
    case 'press':
      return {
        title: say('pickerPressTitle'),
        text: current ? textOf(current) : say('pickerPressText'),
        hint: say('pickerKeys'),
        buttons: [{ label: say('pickerBack'), run: () => actions.go(step.check) }, cancel],
      };
    case 'check':
      return checkPanel(step, cancel, actions);
    case 'saved':
      return {
        title: say('pickerSavedTitle'),
        text: say('pickerSavedText'),
        hint: '',
        buttons: [{ label: say('pickerClose'), primary: true, run: actions.close }],
      };
    default:
      return step satisfies never;
  }
}

/** The rule is tried before it is offered: what it finds is what is shown. */
function checkPanel(check: Check, cancel: Button, { go, save }: PanelActions): PanelContent {
  const { question, groups, at, press, failure } = check;
  const again = { label: say('pickerAgain'), run: () => go({ kind: 'question' }) };
  const group = groups[at];
  const rule: SiteRule | undefined = group && {
    question: robustSelector(question),
    tiles: group.selector,
    ...(press === undefined ? {} : { press: robustSelector(press) }),
  };
  const found = rule && ruleGrid(rule);
  if (!rule || !found) {
    return { title: say('pickerTileTitle'), text: say('pickerNoGroup'), hint: '', buttons: [again, cancel] };
  }
  const other = {
    label: say('pickerOther'),
    run: () => go({ ...check, at: (at + 1) % groups.length }),
  };
  const { asking, tiles, rows, columns } = found;
  return {
    title: say('pickerCheckTitle'),
    text: failure ?? say('pickerFound', asking.question, tiles.length, rows, columns),
    hint: [rule.question, rule.tiles, rule.press].filter((each) => each !== undefined).join(' · '),
    buttons: [
      { label: say('pickerSave'), primary: true, run: () => save(rule, check) },
      ...(groups.length > 1 ? [other] : []),
      { label: say('pickerPress'), run: () => go({ kind: 'press', check }) },
      again,
      cancel,
    ],
  };
}

function textOf(element: Element): string {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return shown === '' ? `<${element.localName}>` : shown;
}
