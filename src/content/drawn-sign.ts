/** Pictures looked at; more are a gallery. */
const MOST_PICTURES = 120;
/** Width through height of a line of text. */
const LEAST_ASPECT = 1.8;
/** Pixels of the picture itself, which may be drawn at half its size. */
const HEIGHT = { least: 14, most: 240 } as const;
/** An element of more is no box of a question but a part of the page. */
const MOST_ELEMENTS = 500;
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

/** Whether some pictures lie in an element, hardly any of them a link; undefined where there are too many. */
function holdsTiles(above: Element): boolean | undefined {
  // Counted first: a list of elements costs more than the number of them.
  if (above.getElementsByTagName('*').length > MOST_ELEMENTS) return undefined;
  const others = above.querySelectorAll(MADE_OF_PICTURES);
  if (others.length > TILES.most + 1) return undefined;
  // The line itself is one of them, and no link.
  const free = [...others].filter((element) => !element.closest('a[href]')).length - 1;
  return free >= TILES.least && free * 2 > others.length - 1;
}

/** Some pictures by which the line stands. */
function hasTiles(line: Element, known: Map<Element, boolean | undefined>): boolean {
  let above = line.parentElement;
  for (let level = 0; above && level < LEVELS; level += 1) {
    if (!known.has(above)) known.set(above, holdsTiles(above));
    const holds = known.get(above);
    if (holds !== false) return holds === true;
    above = above.parentElement;
  }
  return false;
}

/** Whether a question could be drawn as a picture beside its tiles: what says yes brings the part that really looks. */
export function hasDrawnSign(): boolean {
  const canvases = document.getElementsByTagName('canvas');
  const count = document.images.length + canvases.length;
  if (count === 0 || count > MOST_PICTURES) return false;
  const known = new Map<Element, boolean | undefined>();
  return [...document.images, ...canvases].some(
    (drawing) => isLine(drawing) && !drawing.closest('a[href]') && hasTiles(drawing, known),
  );
}
