import { expect, test } from 'vitest';
import { clipOf, sharedScrollers } from './scroll-clip.ts';

test('a tile that cuts off its own corners does not hide the others', () => {
  const cut = '<div style="overflow: hidden"><img></div>';
  document.body.innerHTML = `<div id="box" style="overflow: auto; height: 80px">${cut}${cut}</div>`;
  const scrollers = sharedScrollers([...document.images]);
  expect(scrollers.map(({ id }) => id)).toEqual(['box']);
  expect(clipOf(scrollers)?.height).toBe(80);
});

test('a grid that nothing scrolls is not clipped', () => {
  document.body.innerHTML = '<div><img><img></div>';
  expect(clipOf(sharedScrollers([...document.images]))).toBeUndefined();
});
