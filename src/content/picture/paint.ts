import type { Vector } from '../../grid/shape.ts';
import type { Frame, Measurer } from '../page/measurer.ts';
import { pictureLayer, placeBackground } from './background.ts';
import { loadImage } from './load-image.ts';
import { placeByFit } from './object-fit.ts';
import { contentUrl, type Picture } from './picture.ts';
import type { Placed } from './placed.ts';

/** A picture that can be drawn, and where the page draws it. */
export interface Paint {
  readonly source: CanvasImageSource;
  /** Size of the source in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** From pixels of the source to CSS pixels of the viewport. */
  readonly toScreen: DOMMatrix;
  /** A drawing that has no pixels of its own and is sharp at any size. */
  readonly isVector: boolean;
}

/** What the paint of one address is drawn with. */
interface Source {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly isVector: boolean;
}

function pixels(value: string): number {
  return Number.parseFloat(value) || 0;
}

/** From CSS pixels of the element's border box to the viewport. */
function elementToScreen({ shape, right, down }: Frame): DOMMatrix {
  const { centre, across, down: side } = shape;
  const [x, y] = [centre.x - (across.x + side.x) / 2, centre.y - (across.y + side.y) / 2];
  return new DOMMatrix([right.x, right.y, down.x, down.y, x, y]);
}

function borderBox({ shape, right, down }: Frame): Placed {
  return {
    left: 0,
    top: 0,
    width: Math.hypot(shape.across.x, shape.across.y) / Math.hypot(right.x, right.y),
    height: Math.hypot(shape.down.x, shape.down.y) / Math.hypot(down.x, down.y),
  };
}

function shrunk(box: Placed, style: CSSStyleDeclaration, edges: readonly ('border' | 'padding')[]): Placed {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  if (edges.includes('border')) {
    left += pixels(style.borderLeftWidth);
    top += pixels(style.borderTopWidth);
    right += pixels(style.borderRightWidth);
    bottom += pixels(style.borderBottomWidth);
  }
  if (edges.includes('padding')) {
    left += pixels(style.paddingLeft);
    top += pixels(style.paddingTop);
    right += pixels(style.paddingRight);
    bottom += pixels(style.paddingBottom);
  }
  const [width, height] = [Math.max(0, box.width - left - right), Math.max(0, box.height - top - bottom)];
  return { left: box.left + left, top: box.top + top, width, height };
}

function paint(source: Source, toScreen: DOMMatrix, placed: Placed): Paint {
  const matrix = toScreen
    .translate(placed.left, placed.top)
    .scale(placed.width / source.width, placed.height / source.height);
  return { ...source, toScreen: matrix };
}

const VECTOR = /^data:image\/svg\+xml|\.svg(?:[?#]|$)/i;

function ofImage(image: HTMLImageElement): Source {
  const isVector = VECTOR.test(image.currentSrc || image.src);
  return { source: image, width: image.naturalWidth, height: image.naturalHeight, isVector };
}

async function sourceOf(picture: Exclude<Picture, { kind: 'background' | 'filled' }>): Promise<Source> {
  const { element } = picture;
  if (picture.kind === 'content')
    return ofImage(await loadImage(contentUrl(getComputedStyle(element)) ?? ''));
  if (element instanceof HTMLCanvasElement)
    return { source: element, width: element.width, height: element.height, isVector: false };
  if (element instanceof HTMLVideoElement) {
    return { source: element, width: element.videoWidth, height: element.videoHeight, isVector: false };
  }
  if (element instanceof HTMLImageElement) {
    if (element.complete && element.naturalWidth > 0) return ofImage(element);
    return ofImage(await loadImage(element.currentSrc || element.src));
  }
  if (element instanceof HTMLInputElement) return ofImage(await loadImage(element.src));
  if (element instanceof SVGImageElement)
    return ofImage(await loadImage(new URL(element.href.baseVal, document.baseURI).href));
  const copy = element.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('Expected a copy of the drawing.');
  const { width, height } = element.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', `${width}`);
  copy.setAttribute('height', `${height}`);
  return ofImage(await loadImage(`data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`));
}

/** preserveAspectRatio of an SVG image in the words of object-fit. */
function svgFit(element: SVGImageElement): { fit: string; position: string } {
  const ratio = element.getAttribute('preserveAspectRatio') ?? '';
  if (ratio.includes('none')) return { fit: 'fill', position: '50% 50%' };
  return { fit: ratio.includes('slice') ? 'cover' : 'contain', position: '50% 50%' };
}

/**
 * What draws a picture and where.
 *
 * @param near the point on the screen that must be covered, where a background repeats
 * @returns undefined where only a capture of the tab can tell
 * @throws when the picture cannot be loaded
 */
export async function paintOf(picture: Picture, near: Vector, measure: Measurer): Promise<Paint | undefined> {
  if (picture.kind === 'filled') return undefined;
  const frame = measure(picture.element);
  const toScreen = elementToScreen(frame);
  if (picture.kind === 'background') {
    const style = getComputedStyle(picture.element, picture.pseudo);
    const layer = pictureLayer(style);
    if (!layer) return undefined;
    const image = ofImage(await loadImage(layer.url));
    // The box of a pseudo-element cannot be measured: it is taken to fill its element.
    const around = picture.pseudo ? getComputedStyle(picture.element) : style;
    const edges = { 'border-box': [], 'content-box': ['border', 'padding'] } as const;
    const area = shrunk(
      borderBox(frame),
      around,
      layer.origin === 'border-box' || layer.origin === 'content-box' ? edges[layer.origin] : ['border'],
    );
    const point = toScreen.inverse().transformPoint({ x: near.x, y: near.y });
    const placed = placeBackground(layer, image, area, { x: point.x - area.left, y: point.y - area.top });
    return paint(image, toScreen, { ...placed, left: placed.left + area.left, top: placed.top + area.top });
  }
  const source = await sourceOf(picture);
  if (source.width === 0 || source.height === 0) return undefined;
  const style = getComputedStyle(picture.element);
  const isSvg = picture.element instanceof SVGElement;
  const content = isSvg ? borderBox(frame) : shrunk(borderBox(frame), style, ['border', 'padding']);
  const { fit, position } =
    picture.element instanceof SVGImageElement
      ? svgFit(picture.element)
      : { fit: isSvg ? 'fill' : style.objectFit, position: style.objectPosition };
  const placed = placeByFit(fit, position, source, content);
  return paint(source, toScreen, {
    ...placed,
    left: placed.left + content.left,
    top: placed.top + content.top,
  });
}
