import { expect, test } from 'vitest';
import { scoreAsk } from './score-ask.ts';

test('one word is asked for plainly, several and what is not to be seen together', async () => {
  expect(await scoreAsk({ text: ['狗'] })).toEqual({ text: '狗' });
  expect(await scoreAsk({ text: ['狗', '猫'], not: ['狼'] })).toEqual({
    text: '狗, 猫, not 狼',
    ask: { kind: 'things', any: ['狗', '猫'], none: ['狼'] },
  });
  expect(await scoreAsk({ text: ['狗', '猫'], order: true })).toEqual({
    text: '狗 → 猫',
    ask: { kind: 'order', things: ['狗', '猫'] },
  });
});

test.each([
  [{}, '--text: expected the thing to look for, found none'],
  [{ text: [' '] }, '--text: expected the thing to look for, found an empty text'],
  [{ text: ['狗'], order: true }, '--order: expected --text twice or more'],
  [{ text: ['狗'], example: 'a.jpg' }, '--example: expected no --text'],
])('%o is asked in a wrong way', async (options, message) => {
  await expect(scoreAsk(options)).rejects.toThrow(message);
});
