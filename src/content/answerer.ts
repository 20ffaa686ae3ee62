import { createController } from './controller.ts';
import { createEngineClient } from './engine-client.ts';
import type { Answerer, AnswererTools } from './answerer-type.ts';
import { createOverlay } from './overlay/overlay.ts';

/** The part that reads, scores and clicks: brought into the page once something in it may be a request. */
globalThis.tilewiseAnswerer = (tools: AnswererTools): Answerer => {
  const engine = createEngineClient();
  const controller = createController({
    ...tools,
    overlay: createOverlay(),
    solve: engine.solve,
    readText: engine.readText,
  });
  return { ...controller, closePort: engine.close };
};
