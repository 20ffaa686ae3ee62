import { pictureLayer } from './background.ts';
import { loadImage } from './load-image.ts';
import { contentUrl, type Picture } from './picture.ts';

/** A picture of fewer pixels is the placeholder of a lazy one. */
const MIN_PIXELS = 8;

/** The address a picture has now; for what has none, what it is made of. */
export function addressOf(picture: Picture): string {
  const { element } = picture;
  if (picture.kind === 'background') {
    const style = getComputedStyle(element, picture.pseudo);
    return `${style.backgroundImage} ${style.backgroundPosition}`;
  }
  if (picture.kind === 'content') return getComputedStyle(element).content;
  if (picture.kind === 'filled') return getComputedStyle(element).fill;
  if (element instanceof HTMLImageElement) return element.currentSrc || element.src;
  if (element instanceof HTMLInputElement) return element.src;
  if (element instanceof SVGImageElement) return element.href.baseVal;
  return element instanceof SVGSVGElement ? element.innerHTML : '';
}

/** The address whose pixels are drawn; undefined for what is drawn from the page itself. */
function loadedFrom(picture: Picture): string | undefined {
  const { element } = picture;
  if (picture.kind === 'background') return pictureLayer(getComputedStyle(element, picture.pseudo))?.url;
  if (picture.kind === 'content') return contentUrl(getComputedStyle(element));
  if (element instanceof SVGImageElement) return new URL(element.href.baseVal, document.baseURI).href;
  return element instanceof HTMLInputElement ? element.src : undefined;
}

/** Whether the picture's pixels are there, loading them where the page leaves that to the browser. */
export async function isLoaded(picture: Picture): Promise<boolean> {
  const { element } = picture;
  if (element instanceof HTMLImageElement && element.complete) return element.naturalWidth >= MIN_PIXELS;
  if (element instanceof HTMLImageElement && element.loading !== 'lazy') return false;
  const address =
    element instanceof HTMLImageElement ? element.currentSrc || element.src : loadedFrom(picture);
  if (address === undefined) return true;
  return loadImage(address).then(
    ({ naturalWidth, complete }) => complete && naturalWidth >= MIN_PIXELS,
    () => false,
  );
}
