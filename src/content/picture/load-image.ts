/** Pictures that the page has loaded already come from its memory; a lazy one takes the network's time. */
const MAX_LOADED = 100;

const loaded = new Map<string, Promise<HTMLImageElement>>();

/** An image of our own with the address of one on the page: the same resource, without touching the page's element. */
export function loadImage(url: string): Promise<HTMLImageElement> {
  const known = loaded.get(url);
  if (known) return known;
  const image = new Image();
  image.src = url;
  const loading = image.decode().then(() => image);
  loaded.set(url, loading);
  // A failure is not remembered, and the oldest makes room.
  loading.catch(() => loaded.delete(url));
  const oldest = loaded.size > MAX_LOADED ? loaded.keys().next().value : undefined;
  if (oldest !== undefined) loaded.delete(oldest);
  return loading;
}
