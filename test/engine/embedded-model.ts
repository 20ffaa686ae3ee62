import { readFileSync } from 'node:fs';
import { parseModelConfig } from '../../src/engine/model-config.ts';
import { parseVocabulary, type Vocabulary } from '../../src/engine/vocabulary.ts';

export const EMBEDDED_MODEL = 'models/cn-clip-lite/';

export function readEmbeddedVocabulary(): Vocabulary {
  const config = parseModelConfig(readFileSync(`${EMBEDDED_MODEL}model.json`, 'utf8'), EMBEDDED_MODEL);
  const { file, size } = config.text.vocabulary;
  return parseVocabulary(readFileSync(EMBEDDED_MODEL + file), size, file);
}
