import type { ModelConfig } from '../engine/model-config.ts';
import type { GraphPorts } from '../shared/model-report.ts';
import { officialScale, type OfficialScale } from './official-scale.ts';

export interface FileFacts {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface OfficialGraph {
  readonly graph: FileFacts;
  readonly externalData: readonly FileFacts[];
  readonly ports: GraphPorts;
}

export interface OfficialFiles {
  readonly name: string;
  readonly precision: string;
  readonly image: OfficialGraph;
  readonly text: OfficialGraph;
  readonly vocabulary: FileFacts;
}

/** Chinese-CLIP's exp(logit_scale), at which its training stops it. */
const LOGIT_SCALE = 100;

const ports = {
  image: { input: 'image', output: 'unnorm_image_features' },
  text: { input: 'text', output: 'unnorm_text_features' },
} as const;

/**
 * The description of official graphs, which come without one. What all models of the family share (how pictures are
 * prepared, vocabulary, distractors, thresholds) is the built-in model's; sizes are what the graphs say.
 */
export function describeOfficial(
  files: OfficialFiles,
  builtIn: ModelConfig,
): { readonly config: ModelConfig; readonly scale: OfficialScale } | { readonly message: string } {
  const { image, text, name } = files;
  const missing = missingPort('image', image) ?? missingPort('text', text);
  if (missing !== undefined) return { message: missing };
  const size = sizeAt(image.ports.inputs, ports.image.input, 2);
  const dimension = sizeAt(image.ports.outputs, ports.image.output, 1);
  const contextLength = sizeAt(text.ports.inputs, ports.text.input, 1);
  if (size === undefined || dimension === undefined || contextLength === undefined) {
    return { message: `${name}: expected graphs that say the sizes of ${JSON.stringify(ports)}, found open ones` };
  }
  const imageBytes = [image.graph, ...image.externalData].reduce((sum, { bytes }) => sum + bytes, 0);
  const scale = officialScale({ name, size, dimension, imageBytes });
  if (typeof scale !== 'string') return scale;
  const { format, distractors, decision } = builtIn;
  const { resize, mean, std } = builtIn.image;
  const config: ModelConfig = {
    format,
    name,
    version: `${scale} ${files.precision}`,
    image: { ...graphEntries(image), ...ports.image, size, resize, mean, std },
    text: {
      ...graphEntries(text),
      ...ports.text,
      contextLength,
      vocabulary: { ...files.vocabulary, size: builtIn.text.vocabulary.size },
    },
    embeddingDimension: dimension,
    logitScale: LOGIT_SCALE,
    distractors,
    decision,
    licence: 'as the checkpoint’s',
  };
  return { config, scale };
}

function graphEntries({ graph, externalData }: OfficialGraph) {
  return { ...graph, ...(externalData.length === 0 ? {} : { externalData: [...externalData] }) };
}

function missingPort(part: keyof typeof ports, { graph, ports: found }: OfficialGraph): string | undefined {
  const { input, output } = ports[part];
  if (!found.inputs.some(({ name }) => name === input)) {
    return `${graph.file}: expected an input named ${input}, found ${namesOf(found.inputs)}`;
  }
  if (!found.outputs.some(({ name }) => name === output)) {
    return `${graph.file}: expected an output named ${output}, found ${namesOf(found.outputs)}`;
  }
  return undefined;
}

function sizeAt(list: GraphPorts['inputs'], port: string, axis: number): number | undefined {
  const size = list.find(({ name }) => name === port)?.shape[axis];
  return typeof size === 'number' ? size : undefined;
}

function namesOf(list: GraphPorts['inputs']): string {
  return list.map(({ name }) => name).join(', ') || 'none';
}
