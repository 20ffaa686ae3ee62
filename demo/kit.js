globalThis.demo = (() => {
  const seed = Number(new URLSearchParams(location.search).get('seed') ?? 1);
  const random = seededRandom(seed);

  /** The same numbers for the same seed in every browser (mulberry32). @param {number} seed */
  function seededRandom(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  /** @template T @param {readonly T[]} items @returns {T[]} */
  function shuffle(items) {
    return items
      .map((item) => ({ item, order: random() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }

  /** @param {Deal} wanted @returns {DemoTile[]} */
  function deal({ ask, others, size, right }) {
    const asked = typeof ask === 'string' ? [ask] : ask;
    const tilesOf = (/** @type {Thing} */ thing) =>
      shuffle(PICTURES[thing] ?? []).map((file) => ({
        thing,
        src: `pictures/${file}`,
        right: asked.includes(thing),
      }));
    const shown = asked.flatMap((thing) => tilesOf(thing).slice(0, right));
    const hidingPlaces = shuffle(others.flatMap(tilesOf)).slice(0, size - shown.length);
    return shuffle([...shown, ...hidingPlaces]);
  }

  /** @param {() => boolean} isRight @param {ParentNode} root */
  function judge(isRight, root = document) {
    const verdict = element(root, '#verdict');
    verdict.dataset.result = 'open';
    element(root, '#check').addEventListener('click', () => {
      const result = isRight() ? 'right' : 'wrong';
      verdict.dataset.result = result;
      verdict.textContent = verdict.dataset[result] ?? result;
    });
    return {
      reopen() {
        verdict.dataset.result = 'open';
        verdict.textContent = '';
      },
    };
  }

  /** @param {readonly boolean[]} right @param {ParentNode} [root] @returns {Quiz} */
  function quiz(right, root) {
    /** @type {Set<number>} */
    const selected = new Set();
    const isAnswer = () => right.every((isRight, position) => isRight === selected.has(position));
    const judging = judge(isAnswer, root);
    tellSelected(selected);
    return {
      toggle(position) {
        if (!selected.delete(position)) selected.add(position);
        tellSelected(selected);
        judging.reopen();
        return selected.has(position);
      },
      isSelected: (position) => selected.has(position),
    };
  }

  /** @param {ReadonlySet<number>} selected */
  function tellSelected(selected) {
    document.body.dataset.selected = [...selected]
      .map((position) => position + 1)
      .toSorted((a, b) => a - b)
      .join(' ');
  }

  /** @param {ParentNode} root @param {string} selector */
  function element(root, selector) {
    const found = root.querySelector(selector);
    if (!(found instanceof HTMLElement)) {
      throw new Error(`Expected an element ${selector} in ${location.pathname}, found none`);
    }
    return found;
  }

  return { seed, random, shuffle, deal, quiz, judge };
})();
