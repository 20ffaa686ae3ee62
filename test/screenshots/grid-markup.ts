import type { Look } from './look.ts';

/** Markup of the tiles. `pictures` are data URLs, one a tile, or the one picture that is cut up. */
export function gridMarkup(look: Look, pictures: readonly string[]): string {
  const { rows, columns, tile, gap, gutter, radius } = look;
  const tiles = Array.from({ length: rows * columns }, (_, index) => {
    const picture = look.onePicture === true ? pictures[0] : pictures[index % pictures.length];
    const size = look.onePicture === true ? `${columns * tile.width}px ${rows * tile.height}px` : '100% 100%';
    const position =
      look.onePicture === true
        ? `${-(index % columns) * tile.width}px ${-Math.floor(index / columns) * tile.height}px`
        : '0 0';
    return `<div data-tile style="background:url(${picture}) ${position}/${size};border-radius:${radius}px;${look.tileStyle ?? ''}"></div>`;
  });
  return `<div style="display:inline-grid;grid-template-columns:repeat(${columns},${tile.width}px);
    grid-auto-rows:${tile.height}px;gap:${gap}px;background:${gutter};vertical-align:top">${tiles.join('')}</div>`;
}
