import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleConfig } from '../engine/testing/example-config.ts';
import { readActiveModel, writeActiveModel } from './active-model.ts';
import { fetchStored, storedModelUrl } from './fetch-stored.ts';
import {
  completeModel,
  listStored,
  markDownload,
  modelsFolder,
  openModelFolder,
  removeLeftovers,
  removeModel,
  writeText,
} from './model-store.ts';

async function empty(): Promise<void> {
  const root = await modelsFolder();
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}
beforeEach(empty);
afterEach(empty);

const description = JSON.stringify(exampleConfig);

async function fill(id: string, ...names: string[]): Promise<void> {
  const folder = await openModelFolder(id);
  for (const name of names) await writeText(folder, name, name);
}

test('a folder is a model from its description on, and keeps only its own files', async () => {
  await fill('a', 'image.onnx', '0123.part-000000');
  await markDownload('a', 'https://hub.test/a/');
  expect(await listStored()).toMatchObject({
    models: [],
    unfinished: [{ id: 'a', address: 'https://hub.test/a/' }],
  });
  await completeModel('a', description, ['image.onnx']);
  const { models, unfinished } = await listStored();
  expect(models).toMatchObject([{ id: 'a', config: { name: 'example' } }]);
  expect(models[0]!.bytes).toBe(new Blob([description, 'image.onnx']).size);
  expect(unfinished).toEqual([]);
});

test('what an interrupted addition left goes; models and downloads stay', async () => {
  await fill('half', 'image.onnx');
  await fill('whole', 'image.onnx');
  await completeModel('whole', description, ['image.onnx']);
  await markDownload('coming', 'https://hub.test/b/');
  await removeLeftovers();
  const names: string[] = [];
  for await (const name of (await modelsFolder()).keys()) names.push(name);
  expect(names.toSorted()).toEqual(['coming', 'whole']);
});

test('a damaged description makes no model', async () => {
  await fill('a', 'model.json');
  expect((await listStored()).models).toEqual([]);
});

test('files are fetched by name, a description in waiting before the stored one', async () => {
  await fill('a', 'image.onnx', 'model.json');
  const url = storedModelUrl('a');
  expect(await (await fetchStored(`${url}image.onnx`)).text()).toBe('image.onnx');
  expect(await (await fetchStored(`${url}model.json`, '{}')).text()).toBe('{}');
  expect((await fetchStored(`${url}text.onnx`)).status).toBe(404);
});

test('the choice is kept beside the models, and taken back', async () => {
  expect(await readActiveModel()).toBeUndefined();
  await writeActiveModel('a');
  expect(await readActiveModel()).toBe('a');
  await writeActiveModel(undefined);
  await writeActiveModel(undefined);
  expect(await readActiveModel()).toBeUndefined();
});

test('a removed model is gone with all its files', async () => {
  await fill('a', 'image.onnx');
  await completeModel('a', description, ['image.onnx']);
  await removeModel('a');
  expect(await listStored()).toEqual({ models: [], unfinished: [] });
});
