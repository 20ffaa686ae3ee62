import type { TextReader } from '../ocr/text-reader.ts';
import { readScreenshot } from '../screenshot/read-screenshot.ts';
import { solveRequest } from '../screenshot/solve-request.ts';
import { detailOf, faultOf, type Fault } from '../shared/fault.ts';
import type { Picture } from '../shared/picture.ts';
import type { EngineApi } from '../shared/protocol.ts';
import type { ScreenshotFailure, ScreenshotVerdict } from '../shared/screenshot.ts';
import { createSerialQueue } from '../shared/serial-queue.ts';

export interface ScreenshotParts {
  readonly decode: (file: ArrayBuffer) => Promise<Picture | ScreenshotFailure>;
  /** Opens the OCR models, which most people never need: by the first screenshot, not before. */
  readonly openReader: () => Promise<TextReader>;
  readonly solve: EngineApi['solve'];
}

/** Answers screenshots one after the other. A reader that could not be opened is tried anew by the next screenshot. */
export function screenshotHost({
  decode,
  openReader,
  solve,
}: ScreenshotParts): (file: ArrayBuffer) => Promise<ScreenshotVerdict> {
  const queue = createSerialQueue();
  let reader: TextReader | undefined;
  let solved = 0;

  async function answer(file: ArrayBuffer): Promise<ScreenshotVerdict> {
    const picture = await decode(file);
    if ('kind' in picture) return picture;
    reader ??= await openReader();
    const { reading } = await readScreenshot(picture, reader, () => performance.now());
    if (reading.kind !== 'question') {
      return {
        kind: 'failure',
        reason: reading.kind,
        message: 'question' in reading ? reading.question : '',
      };
    }
    const verdict = await solve(solveRequest(picture, reading, `screenshot-${++solved}`));
    if (verdict.kind === 'failure') return failed(verdict.reason, verdict.message);
    const { width, height } = picture;
    const { question, text, grid } = reading;
    return {
      kind: 'answer',
      size: { width, height },
      question,
      text,
      grid: grid.box,
      tiles: grid.tiles,
      answer: verdict,
    };
  }

  return (file) =>
    queue.run(async () => {
      try {
        return await answer(file);
      } catch (error) {
        return failed(faultOf(error), detailOf(error));
      }
    });
}

function failed(fault: Fault | undefined, message: string): ScreenshotFailure {
  return { kind: 'failure', reason: 'failed', message, ...(fault && { fault }) };
}
