import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFakeEngine } from './testing/fake-engine.ts';
import {
  clicks,
  openPage,
  pause,
  POSITIONS,
  RIGHT,
  rightEngine,
  settings,
  start,
  stop,
  until,
  untilPhase,
} from './testing/controller-lab.ts';
import { gridStyle, picture, setPage } from './testing/pictures.ts';

afterEach(stop);

describe('suggest', () => {
  test('shows what it would choose, clicks nothing, and clicks once when accepted', async () => {
    await openPage();
    const engine = rightEngine();
    const controller = start('suggest', engine);
    await untilPhase('suggested');
    expect(controller.state()).toMatchObject({ text: '公交车', rows: 3, columns: 3, selected: POSITIONS });
    expect(engine.requests[0]).toMatchObject({
      question: '请选择所有的公交车',
      text: '公交车',
      rows: 3,
      columns: 3,
    });
    expect(clicks).toEqual([]);
    controller.accept();
    controller.accept();
    await untilPhase('clicked');
    expect(clicks).toEqual(POSITIONS);
    expect(controller.state().clicked).toEqual(POSITIONS);
  });

  test('a tile that is chosen already is not clicked away', async () => {
    const buttons = await openPage();
    buttons[RIGHT[0]!]!.ariaPressed = 'true';
    const controller = start('suggest');
    await untilPhase('suggested');
    controller.accept();
    await untilPhase('clicked');
    expect(clicks).toEqual([POSITIONS[1]]);
  });

  test('what the person stopped does not start again by itself, and does when asked', async () => {
    const buttons = await openPage();
    const controller = start('suggest');
    await untilPhase('suggested');
    controller.cancel();
    expect(controller.state().phase).toBe('cancelled');
    buttons[8]!.append('x');
    controller.accept();
    await pause(600);
    expect(controller.state().phase).toBe('cancelled');
    expect(clicks).toEqual([]);
    controller.solve();
    await untilPhase('suggested');
  });

  test('a moved threshold decides again with the scores that are known, without a click', async () => {
    await openPage();
    const engine = rightEngine();
    const controller = start('suggest', engine);
    await untilPhase('suggested');
    settings.threshold = 0.95;
    controller.settingsChanged();
    await untilPhase('left-alone');
    expect(engine.requests.at(-1)?.tiles.every(({ kind }) => kind === 'scored')).toBe(true);
    settings.threshold = 0.05;
    controller.settingsChanged();
    await untilPhase('suggested');
    expect(controller.state().selected).toHaveLength(9);
    expect(clicks).toEqual([]);
  });

  test('a site that is switched off is left as it was', async () => {
    await openPage();
    const controller = start('suggest');
    await untilPhase('suggested');
    expect(document.querySelectorAll('[popover]')).toHaveLength(1);
    settings.mode = 'off';
    controller.settingsChanged();
    expect(controller.state()).toEqual({ phase: 'idle' });
    expect(document.querySelectorAll('[popover]')).toHaveLength(0);
  });
});

describe('auto', () => {
  test('clicks a sure answer, keeps the focus where it is and leaves the submit button', async () => {
    await openPage('<input id="mail">');
    const submit = vi.fn<() => void>();
    document.querySelector('#submit')!.addEventListener('click', submit);
    document.querySelector<HTMLInputElement>('#mail')!.focus();
    start('auto');
    await untilPhase('clicked');
    expect(clicks).toEqual(POSITIONS);
    expect(document.activeElement?.id).toBe('mail');
    expect(submit).not.toHaveBeenCalled();
  });

  test('scores only the tiles that the page replaces, and clicks those that are right', async () => {
    const buttons = await openPage();
    const engine = rightEngine();
    start('auto', engine);
    let replaced = false;
    buttons[1]!.addEventListener('click', () => {
      if (replaced) return;
      replaced = true;
      setTimeout(() => {
        buttons[1]!.ariaPressed = 'false';
        buttons[1]!.querySelector('img')!.src = picture(4);
      }, 100);
    });
    await until(() => expect(clicks).toEqual([2, 5, 2]));
    const kinds = engine.requests.at(-1)!.tiles.map(({ kind }) => kind);
    expect(kinds.flatMap((kind, index) => (kind === 'pixels' ? [index] : []))).toEqual([1]);
  });

  test('a grid that the page builds anew with the same pictures is not clicked again', async () => {
    await openPage();
    start('auto');
    await untilPhase('clicked');
    const tiles = document.querySelector('#tiles')!;
    // A framework's redraw: other elements, the same picture, and no sign of what is chosen.
    tiles.innerHTML = tiles.innerHTML.replaceAll(/aria-pressed="\w+"/g, '');
    for (const button of tiles.querySelectorAll('button'))
      button.addEventListener('click', () => clicks.push(0));
    await pause(1_000);
    expect(clicks).toEqual(POSITIONS);
  });

  test('nothing is clicked when no picture fits, or when one is unsure', async () => {
    await openPage();
    start(
      'auto',
      createFakeEngine(() => false),
    );
    await untilPhase('left-alone');
    stop();
    await openPage();
    const { solve } = rightEngine();
    const engine = {
      async solve(request: Parameters<typeof solve>[0]) {
        const verdict = await solve(request);
        if (verdict.kind === 'failure') return verdict;
        const tiles = verdict.tiles.map((tile, index) =>
          index === 7 ? { probability: tile.probability, state: 'unsure' as const } : tile,
        );
        return { ...verdict, tiles };
      },
    };
    start('auto', engine);
    await untilPhase('suggested');
    expect(clicks).toEqual([]);
  });
});

test('a failing engine is told, and the next try works', async () => {
  await openPage();
  let isBroken = true;
  const { solve } = rightEngine();
  const engine = {
    solve: (request: Parameters<typeof solve>[0]) =>
      isBroken ? Promise.reject(new Error('The engine port closed.')) : solve(request),
  };
  const controller = start('suggest', engine);
  await untilPhase('failed');
  expect(controller.state().message).toMatch(/: The engine port closed\.$/);
  isBroken = false;
  controller.solve();
  await untilPhase('suggested');
});

test('a question that is not understood is left alone and says why', async () => {
  await openPage();
  document.querySelector('p')!.textContent = '请选择最大的公交车的图片';
  const engine = rightEngine();
  const controller = start('auto', engine);
  await untilPhase('left-alone');
  expect(controller.state().message).not.toBe('');
  expect(engine.requests).toEqual([]);
});

test('two questions are two jobs', async () => {
  await openPage();
  const first = document.body.innerHTML;
  document.body.innerHTML = `<section>${first}</section><section>${first.replace('公交车', '自行车')}</section>`;
  const controller = start('suggest');
  await until(() => expect(controller.state().others).toHaveLength(1));
  await untilPhase('suggested');
  const { text, others } = controller.state();
  expect(new Set([text, others![0]!.text])).toEqual(new Set(['公交车', '自行车']));
});

test('labels with checkboxes are ticked by a click on them', async () => {
  const tiles = Array.from(
    { length: 9 },
    (_, index) =>
      `<label><input type="checkbox" hidden><img width="80" height="80" src="${picture(index)}"></label>`,
  );
  await setPage(`<p>请选择所有的公交车</p><div style="${gridStyle(3)}">${tiles.join('')}</div>`);
  start('auto');
  await untilPhase('clicked');
  const ticked = [...document.querySelectorAll<HTMLInputElement>('input')].flatMap(({ checked }, index) =>
    checked ? [index] : [],
  );
  expect(ticked).toEqual(RIGHT);
});
