import { expect, test } from 'vitest';
import { readHubAddress } from './hub-address.ts';

test.each([
  ['https://huggingface.co/me/tiles', '', 'https://huggingface.co/me/tiles/resolve/main/'],
  ['https://huggingface.co/me/tiles/resolve/v2/model.json', '', 'https://huggingface.co/me/tiles/resolve/v2/'],
  [' https://huggingface.co/me/tiles/ ', 'https://hf-mirror.com/', 'https://hf-mirror.com/me/tiles/resolve/main/'],
  [
    'https://www.modelscope.cn/models/me/tiles/files',
    '',
    'https://www.modelscope.cn/models/me/tiles/resolve/master/',
  ],
  ['https://example.com/models/rn50', 'https://proxy.test/hub', 'https://proxy.test/hub/models/rn50/'],
  ['http://127.0.0.1:8000/a/model.json', '', 'http://127.0.0.1:8000/a/'],
])('%s with the mirror "%s" is %s', (address, mirror, folder) => {
  expect(readHubAddress(address, mirror)?.folder).toBe(folder);
});

test('the permission is for the mirror alone', () => {
  const found = readHubAddress('https://huggingface.co/me/tiles', 'http://127.0.0.1:8000');
  expect(found?.pattern).toBe('http://127.0.0.1:8000/*');
});

test.each([
  ['rn50', ''],
  ['file:///model.json', ''],
  ['https://example.com/a', 'mirror'],
])('%s with the mirror "%s" is no address', (address, mirror) => {
  expect(readHubAddress(address, mirror)).toBeUndefined();
});
