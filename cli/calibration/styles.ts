import { PLAIN, STRESS } from '../styles/style.ts';

/** How hard the stressed pictures are that a calibration is fitted to: from what hardly shows to what hides much. */
const STRENGTHS = [0.3, 0.6, 1, 1.4];

/**
 * The styles a calibration is fitted to: what is asked in practice is not known, so each is taken at several
 * strengths, and the photographs as they are.
 */
export const FITTED_STYLES: readonly string[] = [
  PLAIN.name,
  ...STRESS.flatMap((style) => STRENGTHS.map((strength) => atStrength(style, strength))),
];

function atStrength(style: string, strength: number): string {
  return style
    .split('+')
    .map((step) => `${step}:${strength}`)
    .join('+');
}
