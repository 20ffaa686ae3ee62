import browser from 'webextension-polyfill';
import { openTextReader } from '../runtime/web-text.ts';
import { openEngine } from '../runtime/web.ts';
import type { EngineApi } from '../shared/protocol.ts';
import { acceptPort, type CallerPort } from './accept-port.ts';
import { decodeScreenshot } from './decode-screenshot.ts';
import { engineHost } from './engine-host.ts';
import { IDLE_MILLISECONDS } from './idle-milliseconds.ts';
import { idleWatch } from './idle-watch.ts';
import { createLastSolves } from './last-solves.ts';
import { screenshotHost } from './screenshot-host.ts';

const baseUrl = browser.runtime.getURL('');
const extension = { id: browser.runtime.id, baseUrl };
const solves = createLastSolves<CallerPort>();
const host = engineHost(() =>
  openEngine({ modelUrl: `${baseUrl}models/cn-clip-lite/`, wasmUrl: `${baseUrl}ort/` }),
);

// Ports do not keep the document: closing it is what gives the model's memory back, and whoever holds a port gets a
// new document with the next call.
const watch = idleWatch(IDLE_MILLISECONDS, () => window.close());
const engine: EngineApi = {
  status: () => watch.during(host.status()),
  solve: (request) => watch.during(host.solve(request)),
};

const answerScreenshot = screenshotHost({
  decode: decodeScreenshot,
  openReader: async () => {
    // The engine first: whether it runs on a GPU is decided by the document's first session.
    await host.status();
    return openTextReader({ modelUrl: `${baseUrl}ocr/`, wasmUrl: `${baseUrl}ort/` });
  },
  solve: (request) => host.solve(request),
});

browser.runtime.onConnect.addListener((port) =>
  acceptPort(port, extension, engine, solves, (file) => watch.during(answerScreenshot(file))),
);
