import { afterEach, expect, test, vi } from 'vitest';
import { faultError, type Fault } from '../../shared/fault.ts';
import { sayFault } from './say-fault.ts';
import { UnreadableError } from './unreadable-error.ts';

afterEach(() => vi.unstubAllGlobals());

const all: readonly Fault[] = ['bad-input', 'model', 'engine', 'gone', 'slow'];
const DETAIL = 'text.onnx: expected 100 bytes, found 4';

test.each(all)('%s is told in the language of the browser, then in full', (fault) => {
  const said = ['en-GB', 'zh-CN'].map((language) => {
    vi.stubGlobal('navigator', { language });
    return sayFault(faultError(fault, DETAIL));
  });
  expect(said[0]).toMatch(/^[A-Z][^\p{Script=Han}]+: text\.onnx: expected 100 bytes, found 4$/u);
  expect(said[1]).toMatch(/^\p{Script=Han}[\p{Script=Han}，]+：text\.onnx: expected 100 bytes, found 4$/u);
});

test('each fault has a sentence of its own', () => {
  vi.stubGlobal('navigator', { language: 'zh-CN' });
  const said = [...all.map((fault) => faultError(fault, DETAIL)), new RangeError(DETAIL)].map(sayFault);
  expect(new Set(said).size).toBe(said.length);
});

test('what is in words for the person already stays as it is', () => {
  vi.stubGlobal('navigator', { language: 'zh-CN' });
  expect(sayFault(new UnreadableError('读取时图片消失了。'))).toBe('读取时图片消失了。');
});
