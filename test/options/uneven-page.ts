import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../cli/root.ts';

/** In reading order; the buses stand at 1, 5 and 9. */
const NAMES = [
  'bus-1',
  'bird-1',
  'boat-1',
  'elephant-1',
  'bus-3',
  'balloon-1',
  'basketball-1',
  'boat-2',
  'bus-5',
];

/**
 * A page that layout does not tell: the word alone instead of a question, cards of different sizes in columns of
 * different widths, class names made by a program. It writes down what is clicked.
 */
export function unevenPage(): string {
  const cards = NAMES.map((name, index) => {
    const picture = readFileSync(join(ROOT, 'demo/pictures', `${name}.jpg`)).toString('base64');
    const [width, height] = [96 + (index % 3) * 22, 90 + ((index * 5) % 3) * 19];
    return `<div class="x9k2f"><span class="q71"><img width="${width}" height="${height}" alt=""
      src="data:image/jpeg;base64,${picture}"></span></div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Uneven</title><body style="margin:40px;font:16px sans-serif">
    <nav><a href="#a">首页</a> <a href="#b">帮助</a></nav>
    <div class="r4"><h3 class="z8h1">公交车</h3></div>
    <div class="b55" style="display:grid;grid-template-columns:150px 170px 190px;gap:18px 34px;align-items:center">
    ${cards.join('')}</div>
    <button id="submit">提交</button><script>
    const heard = [];
    for (const name of ['pointerdown', 'click', 'keydown'])
      document.addEventListener(name, (event) => {
        heard.push(name);
        document.body.dataset.heard = heard.join();
        if (event.target.id === 'submit' && name === 'click') document.body.dataset.submitted = 'yes';
      });</script>`;
}
