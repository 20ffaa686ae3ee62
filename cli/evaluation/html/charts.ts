import type { Bin } from '../reliability.ts';
import type { CoveragePoint } from '../risk-coverage.ts';
import { escape, share } from './markup.ts';

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [420, 260, 44, 34, 8, 12];
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const across = (value: number): string => (LEFT + value * (WIDTH - LEFT - RIGHT)).toFixed(1);
const upwards = (value: number): string => (HEIGHT - BOTTOM - value * (HEIGHT - BOTTOM - TOP)).toFixed(1);

export interface Line {
  readonly name: string;
  readonly points: readonly CoveragePoint[];
}

/** How many distinct lines the style sheet knows; more repeat. */
const LINES = 8;

/** Share of wholly right grids among the surest ones; a line a way of deciding. */
export function riskChart(title: string, lines: readonly Line[]): string {
  const drawn = lines.map(({ points }, index) => {
    const path = points.map(({ coverage, right }) => `${across(coverage)},${upwards(right)}`).join(' ');
    return `<polyline class="line line-${index % LINES}" points="${path}"/>`;
  });
  const legend = lines.map(
    ({ name }, index) =>
      `<li><svg width="28" height="10" aria-hidden="true"><line class="line line-${index % LINES}" x1="0" y1="5" x2="28" y2="5"/></svg> ${escape(name)}</li>`,
  );
  const axes = frame('share of grids answered, the surest first', 'of them wholly right');
  return `<figure><figcaption>${escape(title)}</figcaption>${chart(title, axes + drawn.join(''))}<ul class="legend">${legend.join('')}</ul></figure>`;
}

/** What was said against what was found; the nearer to the diagonal, the better. The area of a dot is its tiles. */
export function reliabilityChart(title: string, error: number, bins: readonly Bin[]): string {
  const most = Math.max(1, ...bins.map(({ tiles }) => tiles));
  const dots = bins.map(({ said, found, tiles }) => {
    const radius = (2.5 + 7 * Math.sqrt(tiles / most)).toFixed(1);
    return `<circle class="dot" cx="${across(said)}" cy="${upwards(found)}" r="${radius}"><title>said ${share(said)}, found ${share(found)}, ${tiles} tiles</title></circle>`;
  });
  const diagonal = `<line class="diagonal" x1="${across(0)}" y1="${upwards(0)}" x2="${across(1)}" y2="${upwards(1)}"/>`;
  const axes = frame('chance said', 'share of tiles that were right');
  const caption = `${escape(title)}: expected calibration error ${share(error)}`;
  return `<figure><figcaption>${caption}</figcaption>${chart(title, axes + diagonal + dots.join(''))}</figure>`;
}

function chart(title: string, content: string): string {
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(title)}">${content}</svg>`;
}

function frame(horizontal: string, vertical: string): string {
  const ticks = TICKS.map(
    (tick) => `
<line class="grid" x1="${across(0)}" x2="${across(1)}" y1="${upwards(tick)}" y2="${upwards(tick)}"/>
<text x="${LEFT - 6}" y="${upwards(tick)}" text-anchor="end" dominant-baseline="middle">${tick}</text>
<text x="${across(tick)}" y="${HEIGHT - BOTTOM + 14}" text-anchor="middle">${tick}</text>`,
  );
  return `${ticks.join('')}
<text x="${across(0.5)}" y="${HEIGHT - 4}" text-anchor="middle">${horizontal}</text>
<text transform="translate(11 ${upwards(0.5)}) rotate(-90)" text-anchor="middle">${vertical}</text>`;
}
