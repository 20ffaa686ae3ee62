import { readLength } from './css-length.ts';
import type { Placed, Size } from './placed.ts';

function scales(fit: string, natural: Size, box: Size): { x: number; y: number } {
  const [x, y] = [box.width / natural.width, box.height / natural.height];
  const [contain, cover] = [Math.min(x, y), Math.max(x, y)];
  switch (fit) {
    case 'contain':
      return { x: contain, y: contain };
    case 'cover':
      return { x: cover, y: cover };
    case 'none':
      return { x: 1, y: 1 };
    case 'scale-down': {
      const down = Math.min(1, contain);
      return { x: down, y: down };
    }
    default:
      return { x, y };
  }
}

/**
 * Where a replaced element draws its picture, in CSS pixels from the top left of its content box.
 *
 * @param natural size of the picture in CSS pixels
 * @param box size of the content box
 * @see https://drafts.csswg.org/css-images-3/#the-object-fit
 */
export function placeByFit(fit: string, position: string, natural: Size, box: Size): Placed {
  const scale = scales(fit, natural, box);
  const [width, height] = [natural.width * scale.x, natural.height * scale.y];
  const [x = '50%', y = '50%'] = position.split(' ');
  return { left: readLength(x, box.width - width), top: readLength(y, box.height - height), width, height };
}
