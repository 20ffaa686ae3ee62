{
  const tiles = demo.deal({
    ask: ['guitar', 'boat'],
    others: ['strawberry', 'lemon', 'zebra', 'basketball', 'teapot', 'elephant'],
    size: 9,
    right: 2,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const items = tiles.map(({ src }, position) => {
    const item = document.createElement('li');
    const image = document.createElement('img');
    image.src = src;
    image.alt = '';
    item.append(image);
    item.addEventListener('click', () => {
      item.classList.toggle('checked', quiz.toggle(position));
    });
    return item;
  });
  document.querySelector('#tiles')?.append(...items);
}
