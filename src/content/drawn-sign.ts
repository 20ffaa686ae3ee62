/** Pictures looked at; more are a gallery. */
const MOST_PICTURES = 120;
/** Width through height of a line of text. */
const LEAST_ASPECT = 1.8;
/** Pixels of the picture itself, which may be drawn at half its size. */
const HEIGHT = { least: 14, most: 240 } as const;
/** How far up from the line its tiles may be. */
const LEVELS = 4;
const TILES = { least: 4, most: 26 } as const;
const MADE_OF_PICTURES = 'img,canvas,[style*="url("]';

type Drawing = HTMLImageElement | HTMLCanvasElement;

/** By the picture's own size: asking for its box would make the browser lay the page out. */
function isLine(drawing: Drawing): boolean {
  const [width, height] =
    drawing instanceof HTMLImageElement
      ? [drawing.naturalWidth, drawing.naturalHeight]
      : [drawing.width, drawing.height];
  return height >= HEIGHT.least && height <= HEIGHT.most && width >= height * LEAST_ASPECT;
}

/** Some pictures by which the line stands, hardly any of them a link. */
function hasTiles(line: Element): boolean {
  let above = line.parentElement;
  for (let level = 0; above && level < LEVELS; level += 1) {
    const others = [...above.querySelectorAll(MADE_OF_PICTURES)].filter((element) => element !== line);
    if (others.length > TILES.most) return false;
    const free = others.filter((element) => !element.closest('a[href]'));
    if (free.length >= TILES.least && free.length * 2 > others.length) return true;
    above = above.parentElement;
  }
  return false;
}

/** Whether a question could be drawn as a picture beside its tiles: what says yes brings the part that really looks. */
export function hasDrawnSign(): boolean {
  const canvases = document.getElementsByTagName('canvas');
  if (document.images.length + canvases.length > MOST_PICTURES) return false;
  return [...document.images, ...canvases].some(
    (drawing) => isLine(drawing) && !drawing.closest('a[href]') && hasTiles(drawing),
  );
}
