import type { StoredGraph } from '../shared/model-report.ts';

/** What a set of chosen files is. */
export type FileSet =
  | { readonly kind: 'described'; readonly description: string }
  | {
      readonly kind: 'official';
      /** NAME of NAME.img.fp32.onnx. */
      readonly name: string;
      readonly precision: Precision;
      readonly image: StoredGraph;
      readonly text: StoredGraph;
    }
  /** `found`: the names, for the message. */
  | { readonly kind: 'unknown'; readonly missing: string };

const DESCRIPTION = 'model.json';
const EXTRA_ENDING = '.extra_file';

/** As Chinese-CLIP's exporter names them; the first that is complete is taken. */
const precisions = ['fp32', 'fp16'] as const;
type Precision = (typeof precisions)[number];

const GRAPH = /^(?<name>.+)\.(?<tower>img|txt)\.(?<precision>fp32|fp16)\.onnx$/;

/**
 * Tells a model with its description, or Chinese-CLIP's official pair of graphs, by the names of the files. `missing`
 * names what would make the set complete.
 */
export function recogniseFiles(names: readonly string[]): FileSet {
  if (names.includes(DESCRIPTION)) return { kind: 'described', description: DESCRIPTION };
  const graphs = names.flatMap((file) => {
    const groups = GRAPH.exec(file)?.groups;
    return groups === undefined ? [] : [{ file, name: groups['name'] ?? '', key: keyOf(groups) }];
  });
  for (const precision of precisions) {
    for (const { name } of graphs) {
      const find = (tower: string): string | undefined =>
        graphs.find((graph) => graph.name === name && graph.key === `${tower} ${precision}`)?.file;
      const [image, text] = [find('img'), find('txt')];
      if (image === undefined || text === undefined) continue;
      const graph = (file: string): StoredGraph => ({
        file,
        externalData: names.filter((other) => other === file + EXTRA_ENDING),
      });
      return { kind: 'official', name, precision, image: graph(image), text: graph(text) };
    }
  }
  return { kind: 'unknown', missing: missingOf(graphs.map(({ file }) => file)) };
}

function keyOf(groups: Readonly<Record<string, string>>): string {
  return `${groups['tower']} ${groups['precision']}`;
}

function missingOf([graph]: readonly string[]): string {
  if (graph === undefined) return DESCRIPTION;
  return graph.includes('.img.') ? graph.replace('.img.', '.txt.') : graph.replace('.txt.', '.img.');
}
