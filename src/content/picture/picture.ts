/** Where a picture on the page comes from. */
export type Picture =
  /** img, input type=image, SVG image: what it shows is what its address gives. */
  | { readonly kind: 'image'; readonly element: HTMLImageElement | HTMLInputElement | SVGImageElement }
  /** canvas, and video, which is drawn the same way. */
  | { readonly kind: 'canvas'; readonly element: HTMLCanvasElement | HTMLVideoElement }
  /** CSS background of an element or of its ::before or ::after. */
  | { readonly kind: 'background'; readonly element: Element; readonly pseudo?: '::before' | '::after' }
  /** Any element whose style replaces its content by a picture: content: url(…). */
  | { readonly kind: 'content'; readonly element: HTMLElement }
  /** A shape of a drawing that is filled with a picture: only the screen shows what is to be seen of it. */
  | { readonly kind: 'filled'; readonly element: SVGGeometryElement }
  /** A drawing in the page itself. */
  | { readonly kind: 'drawing'; readonly element: SVGSVGElement };

const URL_LAYER = /url\(|image-set\(/;

function hasPictureLayer(style: CSSStyleDeclaration): boolean {
  return URL_LAYER.test(style.backgroundImage);
}

/** The address of the picture that replaces an element. */
export function contentUrl({ content }: CSSStyleDeclaration): string | undefined {
  return /^(?:image-set\()?url\("((?:[^"\\]|\\.)*)"\)/.exec(content)?.[1]?.replace(/\\(.)/g, '$1');
}

/** fill="url(#p)", where p is a pattern with a picture in it. */
function isFilled(element: SVGGeometryElement): boolean {
  const id = /^url\("#((?:[^"\\]|\\.)*)"\)/.exec(getComputedStyle(element).fill)?.[1];
  const pattern = id === undefined ? null : element.ownerDocument.getElementById(id);
  return pattern instanceof SVGPatternElement && pattern.querySelector('image') !== null;
}

/** The picture that an element shows by itself, not by its children. */
export function pictureOf(element: Element): Picture | undefined {
  if (element instanceof HTMLImageElement) return { kind: 'image', element };
  if (element instanceof HTMLCanvasElement || element instanceof HTMLVideoElement)
    return { kind: 'canvas', element };
  if (element instanceof HTMLInputElement && element.type === 'image') return { kind: 'image', element };
  if (element instanceof SVGElement) {
    if (element instanceof SVGImageElement) return { kind: 'image', element };
    if (element instanceof SVGGeometryElement)
      return isFilled(element) ? { kind: 'filled', element } : undefined;
    const isDrawing =
      element instanceof SVGSVGElement && element.childElementCount > 0 && !element.ownerSVGElement;
    return isDrawing && !element.querySelector('image') ? { kind: 'drawing', element } : undefined;
  }
  const style = getComputedStyle(element);
  if (hasPictureLayer(style)) return { kind: 'background', element };
  const isReplaced = element instanceof HTMLElement && contentUrl(style) !== undefined;
  return isReplaced ? { kind: 'content', element } : undefined;
}

/** The picture that a pseudo-element lays into an element. */
export function pseudoPictureOf(element: Element): Picture | undefined {
  const pseudo = (['::before', '::after'] as const).find((name) => {
    const style = getComputedStyle(element, name);
    return style.content !== 'none' && hasPictureLayer(style);
  });
  return pseudo && { kind: 'background', element, pseudo };
}
