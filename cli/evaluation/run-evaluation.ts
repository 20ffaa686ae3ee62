import { openModel } from '../../src/runtime/node.ts';
import { showProgress } from '../show-progress.ts';
import type { Style } from '../styles/style.ts';
import { ruleFor } from '../../src/engine/decide.ts';
import { MORE_LOOKS } from '../../src/engine/look-again.ts';
import { encodeWords, fillAlbum, type Album } from './album.ts';
import { algorithmsOf } from './algorithms.ts';
import { openFeatureCache } from './feature-cache.ts';
import { measure, type Report } from './measure.ts';
import { predict, type Prediction } from './predict.ts';
import type { LabelledGrid } from './read-grids.ts';
import { measureShots, type ShotsReport } from './shots/measure-shots.ts';

/** One way of deciding, by one model, of the grids in one style. */
export interface Run {
  readonly model: string;
  readonly style: string;
  readonly algorithm: string;
  readonly report: Report;
  readonly predictions: readonly Prediction[];
}

/** What corrections of the model's weakest words come to, in one style. */
export interface ShotsRun extends ShotsReport {
  readonly model: string;
  readonly style: string;
}

export interface Measured {
  readonly runs: readonly Run[];
  readonly shots: readonly ShotsRun[];
}

export interface Evaluation {
  readonly grids: readonly LabelledGrid[];
  readonly styles: readonly Style[];
  /** Where encoded pictures are kept; undefined keeps none. */
  readonly cache: string | undefined;
  /** By hand: the plain threshold instead of the model's own decision. */
  readonly threshold: number | undefined;
  readonly sureness: number | undefined;
  /** Numbers of corrections to be measured; none by default. */
  readonly shots: readonly number[];
}

/** Measures the model in `folder`: for each style its own decision first, then those it is compared with. */
export async function evaluateModel(
  folder: string,
  { grids, styles, cache, threshold, sureness, shots }: Evaluation,
): Promise<Measured> {
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
  const shotsRuns: ShotsRun[] = [];
  for (const style of styles) {
    const started = performance.now();
    const progress = showProgress(
      styles.length > 1 ? `pictures, ${style.name}` : 'pictures',
      pictures.length,
    );
    const album = await fillAlbum(model, words, pictures, { style }, features, progress);
    const seconds = (performance.now() - started) / 1000;
    const more: Album[] = [];
    for (const look of algorithms.some(({ looksAgain }) => looksAgain) ? MORE_LOOKS : []) {
      more.push(await fillAlbum(model, words, pictures, { style, look }, features, () => undefined));
    }
    const [own] = algorithms;
    for (const report of shots.length > 0 ? measureShots(grids, album, more, own, shots) : []) {
      shotsRuns.push({ model: `${config.name} ${config.version}`, style: style.name, ...report });
    }
    for (const algorithm of algorithms) {
      const predictions = grids.map((grid) => predict(grid, album, more, algorithm));
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
  return { runs, shots: shotsRuns };
}
