import { openModel } from '../../src/runtime/node.ts';
import { showProgress } from '../show-progress.ts';
import type { Style } from '../styles/style.ts';
import { ruleFor } from '../../src/engine/decide.ts';
import { encodeWords, fillAlbum } from './album.ts';
import { algorithmsOf } from './algorithms.ts';
import { openFeatureCache } from './feature-cache.ts';
import { measure, type Report } from './measure.ts';
import { predict, type Prediction } from './predict.ts';
import type { LabelledGrid } from './read-grids.ts';

/** One way of deciding, by one model, of the grids in one style. */
export interface Run {
  readonly model: string;
  readonly style: string;
  readonly algorithm: string;
  readonly report: Report;
  readonly predictions: readonly Prediction[];
}

export interface Evaluation {
  readonly grids: readonly LabelledGrid[];
  readonly styles: readonly Style[];
  /** Where encoded pictures are kept; undefined keeps none. */
  readonly cache: string | undefined;
  /** By hand: the plain threshold instead of the model's own decision. */
  readonly threshold: number | undefined;
  readonly sureness: number | undefined;
}

/** Measures the model in `folder`: for each style its own decision first, then those it is compared with. */
export async function evaluateModel(
  folder: string,
  { grids, styles, cache, threshold, sureness }: Evaluation,
): Promise<readonly Run[]> {
  const model = await openModel(folder);
  const { config } = model;
  const features = openFeatureCache(cache, {
    sha256: config.image.sha256,
    dimension: config.embeddingDimension,
  });
  const words = await encodeWords(
    grids.map(({ text }) => text),
    model,
  );
  const pictures = [...new Set(grids.flatMap(({ tiles }) => tiles))];
  const algorithms = algorithmsOf(ruleFor(config.decision, { threshold, sureness }));
  const runs: Run[] = [];
  for (const style of styles) {
    const started = performance.now();
    const progress = showProgress(
      styles.length > 1 ? `pictures, ${style.name}` : 'pictures',
      pictures.length,
    );
    const album = await fillAlbum(model, words, pictures, { style, mirrored: false }, features, progress);
    const seconds = (performance.now() - started) / 1000;
    const second = algorithms.some(({ looksTwice }) => looksTwice)
      ? await fillAlbum(model, words, pictures, { style, mirrored: true }, features, () => undefined)
      : undefined;
    for (const algorithm of algorithms) {
      const predictions = grids.map((grid) => predict(grid, album, second, algorithm));
      runs.push({
        model: `${config.name} ${config.version}`,
        style: style.name,
        algorithm: algorithm.name,
        report: measure(predictions, pictures.length / seconds),
        predictions,
      });
    }
  }
  await model.close();
  return runs;
}
