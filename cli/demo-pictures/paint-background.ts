import { mix, valueNoise } from './value-noise.ts';

type Rgb = readonly [number, number, number];

/** A far ground above the horizon and a near one below it, each a colour range that noise moves in. */
interface Scene {
  readonly far: readonly [Rgb, Rgb];
  readonly near: readonly [Rgb, Rgb];
  /** Height of the horizon, 0 at the top, 1 at the bottom. */
  readonly horizon: number;
  /** Pixels between lattice points of the noise: wide and flat for water, narrow and high for grass. */
  readonly farGrain: readonly [number, number];
  readonly nearGrain: readonly [number, number];
}

const scenes = {
  meadow: {
    far: [
      [150, 185, 215],
      [225, 235, 240],
    ],
    near: [
      [62, 92, 38],
      [140, 165, 80],
    ],
    horizon: 0.45,
    farGrain: [90, 40],
    nearGrain: [7, 26],
  },
  forest: {
    far: [
      [30, 48, 28],
      [120, 140, 84],
    ],
    near: [
      [58, 50, 32],
      [128, 112, 74],
    ],
    horizon: 0.68,
    farGrain: [22, 60],
    nearGrain: [26, 9],
  },
  sand: {
    far: [
      [120, 165, 195],
      [190, 215, 225],
    ],
    near: [
      [172, 146, 104],
      [226, 204, 162],
    ],
    horizon: 0.38,
    farGrain: [120, 12],
    nearGrain: [34, 10],
  },
  sky: {
    far: [
      [96, 150, 205],
      [236, 241, 245],
    ],
    near: [
      [140, 178, 212],
      [230, 236, 240],
    ],
    horizon: 0.8,
    farGrain: [70, 38],
    nearGrain: [80, 30],
  },
  water: {
    far: [
      [18, 72, 98],
      [52, 128, 148],
    ],
    near: [
      [40, 84, 84],
      [120, 134, 108],
    ],
    horizon: 0.78,
    farGrain: [60, 36],
    nearGrain: [18, 10],
  },
  sea: {
    far: [
      [165, 195, 218],
      [232, 238, 240],
    ],
    near: [
      [28, 78, 112],
      [104, 152, 172],
    ],
    horizon: 0.52,
    farGrain: [90, 34],
    nearGrain: [46, 7],
  },
  street: {
    far: [
      [132, 128, 122],
      [196, 190, 180],
    ],
    near: [
      [72, 74, 78],
      [112, 112, 114],
    ],
    horizon: 0.62,
    farGrain: [16, 70],
    nearGrain: [12, 5],
  },
  room: {
    far: [
      [196, 184, 166],
      [224, 215, 200],
    ],
    near: [
      [104, 68, 40],
      [158, 112, 70],
    ],
    horizon: 0.7,
    farGrain: [160, 120],
    nearGrain: [120, 5],
  },
  cloth: {
    far: [
      [196, 196, 192],
      [222, 222, 218],
    ],
    near: [
      [176, 178, 178],
      [206, 206, 202],
    ],
    horizon: 0.66,
    farGrain: [120, 90],
    nearGrain: [60, 60],
  },
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

/** Share of the height over which far and near run into each other. */
const HORIZON_BLUR = 0.05;
/** The corners of a photograph are a little darker than its middle. */
const VIGNETTE = 0.22;

/** A made-up, photograph-like background: `size * size` pixels of RGB, 8 bits a channel. */
export function paintBackground(name: SceneName, size: number, random: () => number): Buffer {
  const scene: Scene = scenes[name];
  const far = valueNoise(random, ...scene.farGrain);
  const near = valueNoise(random, ...scene.nearGrain);
  const horizon = scene.horizon + (random() - 0.5) * 0.16;
  const light = mix(0.85, 1.1, random());
  const pixels = Buffer.alloc(size * size * 3);
  for (let y = 0; y < size; y++) {
    const nearShare = clamp01((y / size - horizon) / HORIZON_BLUR + 0.5);
    for (let x = 0; x < size; x++) {
      const edge = Math.hypot(x / size - 0.5, y / size - 0.5);
      const shade = light * (1 - VIGNETTE * edge * edge * 2);
      for (let channel = 0; channel < 3; channel++) {
        const value = mix(
          between(scene.far, channel, far(x, y)),
          between(scene.near, channel, near(x, y)),
          nearShare,
        );
        pixels[(y * size + x) * 3 + channel] = Math.round(Math.min(255, value * shade));
      }
    }
  }
  return pixels;
}

function between([low, high]: readonly [Rgb, Rgb], channel: number, share: number): number {
  // Four octaves of noise stay near the middle; spread them over the whole range of colours.
  return mix(low[channel] ?? 0, high[channel] ?? 0, clamp01((share - 0.5) * 1.9 + 0.5));
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
