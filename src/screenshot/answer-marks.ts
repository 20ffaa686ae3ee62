import type { Box } from '../shared/picture.ts';
import type { TileVerdict } from '../shared/protocol.ts';

/** Colours of the outlines, told apart also by those who see no red and green: blue, amber, grey. */
const COLOURS = { yes: '#1f6feb', unsure: '#d98a00', no: '#8a8f98' } as const;

/** Width of an outline and height of a label, as shares of the tile's shorter side. */
const OUTLINE = 0.035;
const LABEL = 0.16;

/** SVG of the answer, to be laid over the picture it was read from. Everything in it is a number or one of our words. */
export function answerMarks(
  size: { readonly width: number; readonly height: number },
  boxes: readonly Box[],
  tiles: readonly TileVerdict[],
): string {
  const marks = boxes.map((box, index) => {
    const tile = tiles[index];
    return tile === undefined ? '' : mark(box, tile);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${marks.join('')}</svg>`;
}

function mark({ x, y, width, height }: Box, { probability, state }: TileVerdict): string {
  const side = Math.min(width, height);
  const line = side * OUTLINE;
  const label = side * LABEL;
  const colour = COLOURS[state];
  const dash = state === 'unsure' ? ` stroke-dasharray="${line * 2}"` : '';
  return (
    `<rect x="${x + line / 2}" y="${y + line / 2}" width="${width - line}" height="${height - line}" fill="none" stroke="${colour}" stroke-width="${line}"${dash}/>` +
    `<rect x="${x}" y="${y + height - label}" width="${label * 2.6}" height="${label}" fill="${colour}"/>` +
    `<text x="${x + label * 1.3}" y="${y + height - label * 0.24}" font-family="sans-serif" font-size="${label * 0.75}" text-anchor="middle" fill="#fff">${Math.round(probability * 100)}%</text>`
  );
}
