import { createController } from './controller.ts';
import { createEngineClient } from './engine-client.ts';
import type { Answerer, AnswererTools } from './answerer-type.ts';
import { createOverlay } from './overlay/overlay.ts';
import { createPressHint } from './rules/press-hint.ts';

/** The part that reads, scores and clicks: brought into the page once something in it may be a request. */
globalThis.tilewiseAnswerer = (tools: AnswererTools): Answerer => {
  const engine = createEngineClient();
  const hint = createPressHint(tools.rules);
  const controller = createController({
    ...tools,
    report(state) {
      hint.follow(state);
      tools.report(state);
    },
    overlay: createOverlay(),
    solve: engine.solve,
    learn: engine.learn,
    undo: engine.undo,
    readText: engine.readText,
  });
  return {
    ...controller,
    closePort: engine.close,
    stop() {
      hint.remove();
      controller.stop();
    },
  };
};
