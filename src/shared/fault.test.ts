import { expect, test } from 'vitest';
import { detailOf, faultError, faultOf, type Fault } from './fault.ts';

const all: readonly Fault[] = ['bad-input', 'model', 'engine', 'gone', 'slow'];

/** As comlink sends an error over a port, and builds it again on the other side. */
function crossed({ name, message }: Error): Error {
  return Object.assign(new Error(message), { name });
}

test.each(all)('%s is still that fault on the other side of a port', (fault) => {
  const error = crossed(faultError(fault, 'a.onnx: expected a file, found none'));
  expect(faultOf(error)).toBe(fault);
  expect(detailOf(error)).toBe('a.onnx: expected a file, found none');
});

test('what nobody expected is no known fault, and says what it has to say', () => {
  expect([new RangeError('far'), 'words', undefined].map(faultOf)).toEqual([undefined, undefined, undefined]);
  expect([new RangeError('far'), 'words'].map(detailOf)).toEqual(['far', 'words']);
});
