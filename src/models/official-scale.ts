/** Chinese-CLIP's published sizes: of the embedding, and of the picture's side in pixels. */
export const officialScales = {
  RN50: { dimension: 1024, size: 224 },
  'ViT-B-16': { dimension: 512, size: 224 },
  'ViT-L-14': { dimension: 768, size: 224 },
  'ViT-L-14-336': { dimension: 768, size: 336 },
  'ViT-H-14': { dimension: 1024, size: 224 },
} as const satisfies Record<string, Shape>;

export type OfficialScale = keyof typeof officialScales;

interface Shape {
  readonly dimension: number;
  readonly size: number;
}

/** In this order: 336 before the L/14 that it also is. */
const namePatterns: readonly (readonly [OfficialScale, RegExp])[] = [
  ['ViT-L-14-336', /l[-_/]?14.*336/i],
  ['ViT-L-14', /l[-_/]?14/i],
  ['ViT-B-16', /b[-_/]?16/i],
  ['ViT-H-14', /h[-_/]?14/i],
  ['RN50', /rn[-_]?50|resnet[-_]?50/i],
];

/** Bytes of the image tower between the two scales of the same shape: RN50 has 153 MB in fp32, ViT-H/14 1.3 GB in fp16. */
const RN50_MOST_BYTES = 600_000_000;

export interface Found extends Shape {
  readonly name: string;
  /** Of the image graph and its weights. */
  readonly imageBytes: number;
}

/** The scale by name and shapes together; where they contradict each other or fit none, what was expected and found. */
export function officialScale(found: Found): OfficialScale | { readonly message: string } {
  const said = namePatterns.find(([, pattern]) => pattern.test(found.name))?.[0];
  const fitting = fittingScales(found);
  const shape = describe(found);
  if (said !== undefined) {
    return fitting.includes(said)
      ? said
      : { message: `${found.name}: expected ${said} with ${describe(officialScales[said])}, found ${shape}` };
  }
  const [first, second] = fitting;
  if (first === undefined) {
    const scales = Object.keys(officialScales).join(', ');
    return { message: `${found.name}: expected the shapes of ${scales}, or a model.json; found ${shape}` };
  }
  return second === undefined || found.imageBytes < RN50_MOST_BYTES ? first : second;
}

function fittingScales({ dimension, size }: Shape): OfficialScale[] {
  return namePatterns
    .map(([scale]) => scale)
    .filter((scale) => officialScales[scale].dimension === dimension && officialScales[scale].size === size)
    .toSorted((a, b) => a.localeCompare(b));
}

function describe({ dimension, size }: Shape): string {
  return `${dimension} features of ${size} × ${size} pixels`;
}
