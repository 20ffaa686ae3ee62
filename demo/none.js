{
  const tiles = demo.deal({
    ask: 'tiger',
    others: ['car', 'bird', 'lemon', 'guitar', 'boat', 'teapot', 'flower', 'basketball'],
    size: 9,
    right: 0,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const options = tiles.map(({ src }, position) => {
    const option = document.createElement('div');
    option.className = 'tile';
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.setAttribute('aria-label', `图片 ${position + 1}`);
    const image = document.createElement('img');
    image.src = src;
    image.alt = '';
    option.append(image);
    option.addEventListener('click', () => {
      option.setAttribute('aria-selected', String(quiz.toggle(position)));
    });
    return option;
  });
  document.querySelector('#tiles')?.append(...options);
}
