import * as Comlink from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import type { Answer, EngineApi, OwnPagesApi, PageApi, SolveRequest } from '../shared/protocol.ts';
import { portEndpoint } from '../transport/port-endpoint.ts';
import { portPair, type TestPort } from '../transport/port-pair.fixture.ts';
import { acceptPort, type CallerPort } from './accept-port.ts';
import { createLastSolves } from './last-solves.ts';

const extension = { id: 'ours', baseUrl: 'chrome-extension://ours/' };
const request: SolveRequest = { gridId: 'g', rows: 1, columns: 1, question: '', text: '狗', tiles: [] };
const answer: Answer = {
  kind: 'answer',
  gridId: 'g',
  outcome: 'none',
  tiles: [],
  selected: [],
  threshold: 0.5,
  model: 'test',
  backend: 'cpu',
  times: { queue: 0, text: 0, prepare: 0, image: 0, decide: 0 },
};
const status = { model: 'test', backend: 'cpu', why: 'test', threads: 1 } as const;
const engine: EngineApi = { solve: async () => answer, status: async () => status };

const forOwnPages: Parameters<typeof acceptPort>[4] = {
  answerScreenshot: async () => ({ kind: 'failure', reason: 'no-grid', message: '' }),
  readGraph: async () => ({ inputs: [], outputs: [] }),
  testModel: async () => ({ kind: 'failed', message: '' }),
  useModel: async () => status,
  learnedWords: async () => [],
  forget: async () => 1,
  exportLearned: async () => '{}',
  importLearned: async () => ({ kind: 'imported', examples: 0, skipped: 0 }),
};

const forPages: Parameters<typeof acceptPort>[5] = {
  readText: async () => ['请选择所有的公交车'],
  learn: async () => ({ kind: 'learned', word: '狗', examples: 1 }),
  undo: async () => 1,
};

const page = { id: 'ours', url: 'https://example.com/', tab: { id: 7 } };
const popup = { id: 'ours', url: 'chrome-extension://ours/src/popup/popup.html' };

let open: TestPort[] = [];
afterEach(() => {
  for (const port of open) port.disconnect();
  open = [];
});

function document() {
  const solves = createLastSolves<CallerPort>();
  return (sender: CallerPort['sender'], name = 'engine') => {
    const [near, far] = portPair();
    open.push(near, far);
    acceptPort(Object.assign(far, { name, sender }), extension, engine, solves, forOwnPages, forPages);
    const endpoint = portEndpoint(near);
    return {
      remote: Comlink.wrap<OwnPagesApi & PageApi>(endpoint),
      close: endpoint.close,
      closed: endpoint.closed,
    };
  };
}

test('a page may solve, and our own page sees what its tab has asked', async () => {
  const connect = document();
  expect(await connect(page).remote.solve(request)).toEqual(answer);
  const own = connect(popup).remote;
  expect(await own.lastSolve(7)).toEqual({ request, images: [], verdict: answer });
  expect(await own.lastSolve(8)).toBeUndefined();
});

test('a page may have a drawn question read', async () => {
  const image = { width: 1, height: 1, rgba: new Uint8Array(4) };
  expect(await document()(page).remote.readText(image)).toEqual(['请选择所有的公交车']);
});

test('a page may not see what was asked', async () => {
  await expect(document()(page).remote.lastSolve(7)).rejects.toThrow('found APPLY lastSolve');
});

test('a page may teach what it shows, and may neither see nor forget nor change what was taught elsewhere', async () => {
  const { remote } = document()(page);
  const tiles = [{ slot: 0, isRight: true, source: 'corrected' }] as const;
  expect(await remote.learn({ gridId: 'g', tiles })).toEqual({ kind: 'learned', word: '狗', examples: 1 });
  expect(await remote.undo('g', [0])).toBe(1);
  await expect(remote.learnedWords()).rejects.toThrow('found APPLY learnedWords');
  await expect(remote.exportLearned()).rejects.toThrow('found APPLY exportLearned');
  await expect(remote.forget()).rejects.toThrow('found APPLY forget');
  await expect(remote.importLearned('{}')).rejects.toThrow('found APPLY importLearned');
});

test('what our own page has decided again is not remembered for any tab', async () => {
  const own = document()({ ...popup, tab: { id: 7 } }).remote;
  await own.solve(request);
  expect(await own.lastSolve(7)).toBeUndefined();
});

test('what a tab has asked is forgotten when its port closes', async () => {
  const connect = document();
  const tab = connect(page);
  const own = connect(popup).remote;
  await tab.remote.solve(request);
  tab.close();
  await vi.waitFor(async () => expect(await own.lastSolve(7)).toBeUndefined());
});

test.each([
  ['another extension', { ...page, id: 'theirs' }, 'engine'],
  ['an unknown sender', { id: 'ours', url: 'https://example.com/' }, 'engine'],
  ['a port of another name', page, 'other'],
])('%s is turned away', async (_who, sender, name) => {
  await expect(document()(sender, name).closed).resolves.toBeUndefined();
});
