import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TileImage } from '../shared/protocol.ts';

/** The tile as the model got it, in its own pixels; the style sheet scales it. */
export function TilePicture({ image }: { readonly image: TileImage | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (!image) return;
    const pixels = new ImageData(new Uint8ClampedArray(image.rgba), image.width, image.height);
    canvas.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [image]);
  return <canvas ref={canvas} width={image?.width ?? 1} height={image?.height ?? 1} />;
}
