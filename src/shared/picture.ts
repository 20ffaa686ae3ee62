/** Pixels of a screenshot: RGBA, row-major, 8 bits a channel; `rgba.length === width * height * 4`. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** Picture pixels; whole numbers except where a line falls between two pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const CHANNELS = 4;
