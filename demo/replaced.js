{
  /** Milliseconds: the old picture fades out, as the page's style says, and a new one takes its place. */
  const FADE = 250;
  const ASK = 'penguin';
  const SIZE = 9;

  const dealt = demo.deal({
    ask: ASK,
    others: ['car', 'guitar', 'lemon', 'elephant', 'teapot', 'strawberry', 'balloon'],
    size: 18,
    right: 0,
  });
  const penguins = demo.deal({ ask: ASK, others: [], size: 5, right: 5 });
  // Three penguins at the start; two of those that come after them are penguins too, and then none.
  const shown = demo.shuffle([...penguins.slice(0, 3), ...dealt.slice(0, SIZE - 3)]);
  const coming = [...penguins.slice(3), ...dealt.slice(SIZE - 3)];
  let mistakes = 0;

  const judging = demo.judge(() => mistakes === 0 && shown.every(({ right }) => !right));
  const items = shown.map(({ src }, position) => {
    const item = document.createElement('li');
    item.tabIndex = 0;
    const image = document.createElement('img');
    image.src = src;
    image.alt = '';
    item.append(image);
    item.addEventListener('click', () => replace(position, image));
    return item;
  });
  document.querySelector('#tiles')?.append(...items);
  tell();

  /** @param {number} position @param {HTMLImageElement} image */
  function replace(position, image) {
    const next = coming.shift();
    if (next === undefined || image.classList.contains('leaving')) return;
    if (shown[position]?.right !== true) mistakes++;
    shown[position] = next;
    judging.reopen();
    image.classList.add('leaving');
    setTimeout(() => {
      image.src = next.src;
      image.classList.remove('leaving');
      tell();
    }, FADE);
  }

  /** Nothing stays selected here; what is left to find says how far one is. */
  function tell() {
    document.body.dataset.selected = '';
    document.body.dataset.left = String(shown.filter(({ right }) => right).length);
  }
}
