import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TileImage } from '../shared/protocol.ts';

export interface TilePictureProps {
  /** Undefined where the tile's pixels are not known any more. */
  readonly image: TileImage | undefined;
  /** For screen readers. */
  readonly label: string;
}

/** The tile as the model got it, in its own pixels; the style sheet scales it. */
export function TilePicture({ image, label }: TilePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (!image) return;
    const pixels = new ImageData(new Uint8ClampedArray(image.rgba), image.width, image.height);
    canvas.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [image]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={image?.width ?? 1}
      height={image?.height ?? 1}
    />
  );
}
