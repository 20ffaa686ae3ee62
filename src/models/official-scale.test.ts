import { expect, test } from 'vitest';
import { officialScale, officialScales, type OfficialScale } from './official-scale.ts';

const imageBytes = 150_000_000;

test.each([
  ['rn50', 'RN50'],
  ['vit-b-16', 'ViT-B-16'],
  ['ViT-L-14', 'ViT-L-14'],
  ['vit-l-14-336', 'ViT-L-14-336'],
  ['clip_cn_vit-h-14', 'ViT-H-14'],
] as const)('%s is %s by its name', (name, scale) => {
  expect(officialScale({ name, imageBytes, ...officialScales[scale] })).toBe(scale);
});

test.each([
  ['RN50', 153_000_000],
  ['ViT-H-14', 1_260_000_000],
  ['ViT-B-16', 344_000_000],
  ['ViT-L-14', 1_200_000_000],
  ['ViT-L-14-336', 1_200_000_000],
] as const)('tiles of %s are known by shapes and size alone', (scale: OfficialScale, bytes) => {
  expect(officialScale({ name: 'tiles', imageBytes: bytes, ...officialScales[scale] })).toBe(scale);
});

test('a name that contradicts the shapes is refused with both', () => {
  expect(officialScale({ name: 'rn50', imageBytes, dimension: 512, size: 224 })).toEqual({
    message: 'rn50: expected RN50 with 1024 features of 224 × 224 pixels, found 512 features of 224 × 224 pixels',
  });
});

test('shapes of no scale need a description', () => {
  expect(officialScale({ name: 'tiny', imageBytes, dimension: 32, size: 32 })).toEqual({
    message:
      'tiny: expected the shapes of RN50, ViT-B-16, ViT-L-14, ViT-L-14-336, ViT-H-14, or a model.json; ' +
      'found 32 features of 32 × 32 pixels',
  });
});
