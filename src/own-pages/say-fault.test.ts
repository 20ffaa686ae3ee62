import { expect, test, vi } from 'vitest';
import { faultError } from '../shared/fault.ts';
import { sayFault, sayThrown } from './say-fault.ts';

vi.mock('./translate.ts', () => ({ translate: (...said: unknown[]) => said.join(' ') }));

test('a known fault has a text of its own, which the detail follows', () => {
  expect(sayFault('bad-input', 'found 81 tiles')).toBe('faultBadInput found 81 tiles');
  expect(sayThrown(faultError('model', 'a.onnx: found none'))).toBe('faultModel a.onnx: found none');
  expect(sayThrown(faultError('slow', 'Opening took longer'), 'modelFailed')).toBe(
    'faultSlow Opening took longer',
  );
});

test('anything else is told as what did not work', () => {
  expect(sayThrown(new Error('disk full'), 'modelFailed')).toBe('modelFailed disk full');
  expect(sayThrown('disk full')).toBe('faultUnexpected disk full');
});
