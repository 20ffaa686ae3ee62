import { expect, test } from 'vitest';
import { findSite, sitePattern } from './site.ts';

test.each([
  ['https://example.com/a/b?c#d', 'https://example.com'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['https://example.com:443/', 'https://example.com'],
  ['file:///home/user/page.html', 'file://'],
  ['chrome://extensions/', undefined],
  ['about:blank', undefined],
  ['chrome-extension://abc/popup.html', undefined],
  ['', undefined],
])('the site of %s is %s', (address, site) => expect(findSite(address)).toBe(site));

test('a pattern takes all pages of the site', () => {
  expect(sitePattern('http://localhost:8080')).toBe('http://localhost:8080/*');
  expect(sitePattern('file://')).toBe('file:///*');
});
