import { expect, test } from 'vitest';
import { callerFolder } from './caller-folder.ts';

test('under npm it is the folder that npm was called in', () => {
  const env = { npm_package_json: '/project/package.json', INIT_CWD: '/home/pictures' };
  expect(callerFolder(env, '/project')).toBe('/home/pictures');
});

test('without npm, or in a program that npm started elsewhere, it is the working folder', () => {
  expect(callerFolder({}, '/home')).toBe('/home');
  expect(callerFolder({ npm_package_json: '/project/package.json', INIT_CWD: '/other' }, '/home')).toBe(
    '/home',
  );
});
