import browser from 'webextension-polyfill';
import { parseModelConfig } from '../engine/model-config.ts';
import { readActiveModel } from '../models/active-model.ts';
import { addFromFiles, type BuiltInModel } from '../models/add-from-files.ts';
import { addFromHub } from '../models/add-from-hub.ts';
import type { Added } from '../models/add-model.ts';
import type { HubAddress } from '../models/hub-address.ts';
import { listStored, removeModel } from '../models/model-store.ts';
import { sayThrown } from '../own-pages/say-fault.ts';
import { translate } from '../own-pages/translate.ts';
import { giveBackHosts, noteLentHost } from '../storage/lent-hosts.ts';
import { engine } from './engine.ts';
import { activeId, engineStatus, reports, room, said, stored, work, type Work } from './model-state.ts';

const BUILT_IN = browser.runtime.getURL('models/cn-clip-lite/');

/** Held by the one page of the extension that changes the models. */
const LOCK = 'models';

/** Milliseconds before another try; doubles from try to try. */
const FIRST_WAIT = 1000;

/** Reads again what is there. */
export async function refreshModels(): Promise<void> {
  const [list, active, { usage = 0, quota = 0 }] = await Promise.all([
    listStored(),
    readActiveModel(),
    navigator.storage.estimate(),
  ]);
  stored.value = list;
  activeId.value = list.models.some(({ id }) => id === active) ? active : undefined;
  room.value = { used: usage, quota };
}

/** Asks the engine which model answers, where it need not be the built-in one: asking opens it. */
export async function refreshStatus(): Promise<void> {
  if (activeId.value === undefined) return;
  try {
    engineStatus.value = await engine.status();
  } catch (error) {
    said.value = { tone: 'wrong', text: sayThrown(error, 'modelFailed') };
  }
}

export function addFiles(files: readonly File[]): Promise<void> {
  return add((signal, onProgress) => addFromFiles(files, { engine, signal, onProgress, readBuiltIn }));
}

/** Called straight from the click, which is what allows the browser to ask the person for the host. */
export async function addHub({ folder, pattern }: HubAddress): Promise<void> {
  if (work.value.kind !== 'none') return;
  said.value = undefined;
  const origins = [pattern];
  const before = browser.permissions.contains({ origins });
  const granted = browser.permissions.request({ origins });
  if (!(await granted)) {
    said.value = { tone: 'wrong', text: translate('modelHostDeclined', new URL(folder).host) };
    return;
  }
  const wasAllowed = await before;
  await add(async (signal, onProgress) => {
    if (!wasAllowed) await noteLentHost(pattern);
    try {
      return await addFromHub(folder, { engine, signal, onProgress, get: fetch, wait: waitLonger });
    } finally {
      await giveBackHosts();
    }
  });
}

/** What a page that was closed in the middle of a download could not give back; waits for downloads of other pages. */
export function giveBackLeftHosts(): Promise<void> {
  return navigator.locks.request(LOCK, giveBackHosts);
}

export function useModel(id: string | undefined): Promise<void> {
  return during({ kind: 'opening', id }, async () => {
    engineStatus.value = await engine.useModel(id);
    said.value = { tone: 'right', text: translate('modelInUse', engineStatus.value.model) };
  });
}

export function testModel(id: string | undefined): Promise<void> {
  return during({ kind: 'testing', id }, async () => {
    const report = await engine.testModel(id);
    reports.value = new Map(reports.value).set(id ?? '', report);
    said.value =
      report.kind === 'passed'
        ? { tone: 'right', text: translate('modelTestPassed') }
        : { tone: 'wrong', text: translate('modelTestFailed', report.message) };
  });
}

/** The built-in model takes over first where the removed one is in use. */
export function remove(id: string): Promise<void> {
  return during({ kind: 'opening', id }, async () => {
    if (activeId.value === id) engineStatus.value = await engine.useModel(undefined);
    await removeModel(id);
    said.value = { tone: 'right', text: translate('modelRemoved') };
  });
}

async function add(
  run: (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<Added>,
): Promise<void> {
  const stopper = new AbortController();
  const stop = (): void => stopper.abort(new DOMException(translate('modelStopped'), 'AbortError'));
  await during({ kind: 'adding', done: 0, total: 0, stop }, async () => {
    // So that the browser does not clear a gigabyte away when the disk gets full; it may say no.
    await navigator.storage.persist();
    const added = await run(stopper.signal, (done, total) => {
      work.value = { kind: 'adding', done, total, stop };
    });
    if (added.kind !== 'added') {
      const key = added.kind === 'refused' ? 'modelRefused' : 'modelInterrupted';
      said.value = { tone: 'wrong', text: translate(key, added.message) };
      return;
    }
    reports.value = new Map(reports.value).set(added.id, added.report);
    said.value = { tone: 'right', text: translate('modelAdded', added.config.name) };
  });
}

async function during(what: Work, run: () => Promise<void>): Promise<void> {
  if (work.value.kind !== 'none') return;
  work.value = what;
  said.value = undefined;
  try {
    await navigator.locks.request(LOCK, run);
  } catch (error) {
    said.value = { tone: 'wrong', text: sayThrown(error, 'modelFailed') };
  } finally {
    work.value = { kind: 'none' };
    await refreshModels();
  }
}

async function readBuiltIn(): Promise<BuiltInModel> {
  const config = parseModelConfig(await (await fetch(`${BUILT_IN}model.json`)).text(), 'model.json');
  const vocabulary = await (await fetch(BUILT_IN + config.text.vocabulary.file)).blob();
  return { config, vocabulary };
}

function waitLonger(failed: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, FIRST_WAIT * 2 ** (failed - 1));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
