import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import { blur, jpeg, mirror, rotation, small } from './camera-styles.ts';
import { colourShift } from './colour-shift.ts';
import { noise } from './noise.ts';
import { watercolour } from './watercolour.ts';
import { UsageError } from '../usage-error.ts';

/**
 * One way of making a picture harder. `strength` is 1 for what such questions commonly show, 0 for next to nothing;
 * `random` is the picture's own row of numbers.
 */
export type Render = (image: RgbaImage, strength: number, random: () => number) => Promise<RgbaImage>;

const renders = {
  watercolour,
  noise,
  blur,
  rotation,
  colours: colourShift,
  jpeg,
  small,
  mirror,
} as const satisfies Record<string, Render>;

type StyleName = keyof typeof renders;

export const styleNames: readonly string[] = Object.keys(renders);

interface Step {
  readonly render: Render;
  readonly strength: number;
}

/** Steps done one after the other; none for the photographs as they are. */
export interface Style {
  /** As the person wrote it; names it in reports and caches. */
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The pictures as they are. */
export const PLAIN: Style = { name: 'photographs', steps: [] };

/** What the reports of this project call stressed: each of them on a tile of 100 px that was JPEG at quality 30. */
export const STRESS = ['watercolour', 'noise', 'blur', 'rotation', 'colours', 'jpeg'].map(
  (name) => `small+${name}${name === 'jpeg' ? '' : '+jpeg'}`,
);

const MAX_STRENGTH = 4;

/** Parses `blur`, `blur:0.5`, `small+noise:2+jpeg`, `photographs`. Throws a UsageError that lists the names. */
export function parseStyle(written: string): Style {
  if (written === PLAIN.name) return PLAIN;
  return { name: written, steps: written.split('+').map((step) => parseStep(step)) };
}

/** Parses a list of styles with commas; `stress` stands for all of STRESS. */
export function parseStyles(list: string): readonly Style[] {
  const names = list.split(',').flatMap((name) => (name === 'stress' ? STRESS : [name]));
  return names.map(parseStyle);
}

function parseStep(written: string): Step {
  const [name = '', strength = '1', ...more] = written.split(':');
  const number = strength.trim() === '' ? Number.NaN : Number(strength);
  if (!isStyleName(name) || more.length > 0) {
    throw new UsageError(
      `--style: expected ${[PLAIN.name, 'stress', ...styleNames].join(', ')}, found ${JSON.stringify(written)}`,
    );
  }
  if (!(number > 0 && number <= MAX_STRENGTH)) {
    throw new UsageError(
      `--style: expected a strength above 0 and up to ${MAX_STRENGTH}, found ${JSON.stringify(written)}`,
    );
  }
  return { render: renders[name], strength: number };
}

function isStyleName(name: string): name is StyleName {
  return Object.hasOwn(renders, name);
}

export async function applyStyle(
  { steps }: Style,
  image: RgbaImage,
  random: () => number,
): Promise<RgbaImage> {
  let current = image;
  for (const { render, strength } of steps) current = await render(current, strength, random);
  return current;
}
