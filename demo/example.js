{
  const [ask = 'guitar'] = demo.shuffle(['guitar', 'boat', 'balloon', 'mushroom', 'teapot']);
  const others = ['zebra', 'bus', 'lemon', 'basketball', 'penguin', 'tiger'];
  const RIGHT = 3;
  const dealt = demo.deal({ ask, others, size: 10, right: RIGHT + 1 });
  const example = dealt.findIndex(({ right }) => right);
  const shown = document.querySelector('#example');
  if (shown instanceof HTMLImageElement) shown.src = dealt[example]?.src ?? '';
  const tiles = dealt.filter((_, position) => position !== example);
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const images = tiles.map(({ src }, position) => {
    const image = document.createElement('img');
    image.src = src;
    image.alt = '';
    image.addEventListener('click', () => {
      image.classList.toggle('selected', quiz.toggle(position));
    });
    return image;
  });
  document.querySelector('#tiles')?.append(...images);
}
