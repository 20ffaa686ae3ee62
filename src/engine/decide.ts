import type { Outcome, TileState } from '../shared/protocol.ts';
import type { Calibration } from './calibration.ts';
import { decideByCount, decideByThreshold } from './decide-by-threshold.ts';
import { calibrateGrid, statesOf } from './decide-calibrated.ts';

/**
 * How a grid is decided. With a calibration the whole grid is weighed; without one, which is also the person's manual
 * mode, a tile from `unsureAbove` up to `unsureBelow` is unsure and `threshold` lies between the two.
 */
export interface DecisionRule {
  readonly threshold: number;
  readonly unsureAbove: number;
  readonly unsureBelow: number;
  readonly calibration?: Calibration | undefined;
}

export interface GridScores {
  /** Reading order, each 0..1. */
  readonly probabilities: readonly number[];
  /** How plainly each tile shows anything, 0..1; undefined where that is not known. */
  readonly clarities?: readonly (number | undefined)[] | undefined;
  /** False when the model does not know the word asked for. */
  readonly known: boolean;
  /** How many tiles are asked for, where the question says so. */
  readonly count?: number | undefined;
  /** True where the probabilities are of not showing a thing: then the tiles that show it are the few. */
  readonly inverted?: boolean | undefined;
}

export interface Decision {
  /** `unsure` and `unknown-word` are left to the person; only `some` may be clicked. */
  readonly outcome: Outcome;
  /** One a tile. */
  readonly states: readonly TileState[];
  /** Positions from 1, ascending: the plain answer, also when unsure. None for an unknown word. */
  readonly selected: readonly number[];
  /** Of each tile being right in view of the whole grid, 0..1; the probabilities themselves without a calibration. */
  readonly chances: readonly number[];
  /** Chance that the whole answer is right, 0..1; undefined without a calibration. */
  readonly confidence?: number;
}

/**
 * Decides a grid. A possible count chooses that many of the most probable tiles (the earlier of equals); one that
 * cannot be (negative, broken, more than tiles) was misread, so the grid is decided without it and is unsure.
 */
export function decide(scores: GridScores, rule: DecisionRule): Decision {
  const { probabilities, known, count } = scores;
  if (!known) {
    const states = probabilities.map((): TileState => 'unsure');
    return { outcome: 'unknown-word', states, selected: [], chances: probabilities };
  }
  const possible =
    count === undefined || (Number.isInteger(count) && count >= 0 && count <= probabilities.length);
  if (!possible) return { ...decide({ ...scores, count: undefined }, rule), outcome: 'unsure' };
  if (rule.calibration !== undefined) return decideCalibrated(scores, rule.calibration);
  const { states, chosen } =
    count === undefined ? decideByThreshold(probabilities, rule) : decideByCount(probabilities, count, rule);
  return decision(states, chosen, probabilities);
}

/**
 * The person's own threshold, by hand: the model's bands below and above keep their share of the room, and no
 * calibration stands between the person and the raw numbers.
 */
export function ruleAround(threshold: number, model: DecisionRule): DecisionRule {
  const below = model.threshold > 0 ? model.unsureAbove / model.threshold : 1;
  const above = model.threshold < 1 ? (1 - model.unsureBelow) / (1 - model.threshold) : 1;
  return { threshold, unsureAbove: threshold * below, unsureBelow: 1 - (1 - threshold) * above };
}

/** The model's rule with what the person has set: a threshold by hand goes before how sure an answer must be. */
export function ruleFor(
  model: DecisionRule,
  {
    threshold,
    sureness,
  }: { readonly threshold?: number | undefined; readonly sureness?: number | undefined },
): DecisionRule {
  if (threshold !== undefined) return ruleAround(threshold, model);
  if (sureness === undefined || model.calibration === undefined) return model;
  return { ...model, calibration: { ...model.calibration, sureness } };
}

function decideCalibrated(scores: GridScores, calibration: Calibration): Decision {
  if (scores.inverted === true) return invert(decideCalibrated(flip(scores), calibration));
  const grid = calibrateGrid(scores, calibration);
  const { chosen, confidence, chances, ranked } = grid;
  const isAnswered = confidence >= calibration.sureness && !grid.tied;
  const states = statesOf(grid, calibration.sureness, isAnswered);
  const among = new Set(ranked.slice(0, chosen));
  const selection = chances.map((_, index) => among.has(index));
  return { ...decision(states, selection, chances), confidence };
}

function flip({ probabilities, clarities, known, count }: GridScores): GridScores {
  return {
    clarities,
    probabilities: probabilities.map((probability) => 1 - probability),
    known,
    count: count === undefined ? undefined : probabilities.length - count,
  };
}

function invert(flipped: Decision): Decision {
  const opposite = { yes: 'no', no: 'yes', unsure: 'unsure' } as const satisfies Record<TileState, TileState>;
  const states = flipped.states.map((state) => opposite[state]);
  const chosen = states.map((_, index) => !flipped.selected.includes(index + 1));
  const chances = flipped.chances.map((chance) => 1 - chance);
  return { ...flipped, ...decision(states, chosen, chances) };
}

function decision(
  states: readonly TileState[],
  chosen: readonly boolean[],
  chances: readonly number[],
): Decision {
  const selected = chosen.flatMap((isChosen, index) => (isChosen ? [index + 1] : []));
  const unsure = states.includes('unsure');
  return { outcome: unsure ? 'unsure' : selected.length > 0 ? 'some' : 'none', states, selected, chances };
}
