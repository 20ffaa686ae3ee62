import type { TextReader } from '../ocr/text-reader.ts';
import { createSerialQueue } from '../shared/serial-queue.ts';

/**
 * One reader for whoever needs one, opened by the first picture and not before. Pictures are read one after the other;
 * a reader that could not be opened is tried anew by the next.
 */
export function sharedTextReader(open: () => Promise<TextReader>): TextReader {
  const queue = createSerialQueue();
  let reader: TextReader | undefined;
  return {
    read: (picture, region) =>
      queue.run(async () => {
        reader ??= await open();
        return reader.read(picture, region);
      }),
    async close() {
      await reader?.close();
      reader = undefined;
    },
  };
}
