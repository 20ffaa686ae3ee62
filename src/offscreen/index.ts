import browser from 'webextension-polyfill';
import type { Engine } from '../engine/engine.ts';
import { createLearningRoom } from '../engine/learning/learning-room.ts';
import { readActiveModel, writeActiveModel } from '../models/active-model.ts';
import { openTextReader } from '../runtime/web-text.ts';
import type { EngineApi } from '../shared/protocol.ts';
import { openExampleStore } from '../storage/example-store.ts';
import { acceptPort, type CallerPort } from './accept-port.ts';
import { decodeScreenshot } from './decode-screenshot.ts';
import { engineHost } from './engine-host.ts';
import { IDLE_MILLISECONDS } from './idle-milliseconds.ts';
import { idleWatch } from './idle-watch.ts';
import { createLastSolves } from './last-solves.ts';
import { modelDesk, openActive } from './model-desk.ts';
import { openModel, readStoredGraph, testModel } from './open-stored.ts';
import { readLine } from './read-line.ts';
import { screenshotHost } from './screenshot-host.ts';
import { sharedTextReader } from './shared-text-reader.ts';

const baseUrl = browser.runtime.getURL('');
const extension = { id: browser.runtime.id, baseUrl };
const solves = createLastSolves<CallerPort>();
const room = createLearningRoom(() => openExampleStore(), { now: Date.now });
const open = (id: string | undefined): Promise<Engine> => openModel(id, room);
const host = engineHost(() => openActive(readActiveModel, open));

// Ports do not keep the document: closing it is what gives the model's memory back, and whoever holds a port gets a
// new document with the next call.
const watch = idleWatch(IDLE_MILLISECONDS, () => window.close());
const engine: EngineApi = {
  status: () => watch.during(host.status()),
  solve: (request) => watch.during(host.solve(request)),
};

const reader = sharedTextReader(async () => {
  // The engine first: whether it runs on a GPU is decided by the document's first session.
  await host.status();
  return openTextReader({ modelUrl: `${baseUrl}ocr/`, wasmUrl: `${baseUrl}ort/` });
});

const answerScreenshot = screenshotHost({
  decode: decodeScreenshot,
  openReader: async () => reader,
  solve: (request) => host.solve(request),
});

const desk = modelDesk({
  host,
  writeActive: writeActiveModel,
  open,
  readGraph: readStoredGraph,
  testModel,
});

browser.runtime.onConnect.addListener((port) =>
  acceptPort(
    port,
    extension,
    engine,
    solves,
    {
      answerScreenshot: (file) => watch.during(answerScreenshot(file)),
      readGraph: (id, graph) => watch.during(desk.readGraph(id, graph)),
      testModel: (id, description) => watch.during(desk.testModel(id, description)),
      useModel: (id) => watch.during(desk.useModel(id)),
      learnedWords: () => watch.during(room.learnedWords()),
      forget: (word) => watch.during(room.forget(word)),
      exportLearned: () => watch.during(room.exportLearned()),
      importLearned: (json) => watch.during(room.importLearned(json)),
    },
    {
      readText: (image) => watch.during(readLine(image, reader)),
      learn: (request) => watch.during(room.learn(request)),
      undo: (gridId, slots) => watch.during(room.undo(gridId, slots)),
    },
  ),
);
