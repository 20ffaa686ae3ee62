{
  const tiles = demo.deal({
    ask: 'bus',
    others: ['bird', 'dog', 'guitar', 'lemon', 'sheep', 'teapot', 'penguin', 'flower'],
    size: 9,
    right: 3,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const buttons = tiles.map(({ src }, position) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tile';
    button.setAttribute('aria-label', `图片 ${position + 1}`);
    button.setAttribute('aria-pressed', 'false');
    const image = document.createElement('img');
    image.src = src;
    image.alt = '';
    button.append(image);
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(quiz.toggle(position)));
    });
    return button;
  });
  document.querySelector('#tiles')?.append(...buttons);
}
