{
  const tiles = demo.deal({
    ask: 'zebra',
    others: ['dog', 'car', 'bird', 'mushroom', 'guitar', 'fish', 'teapot'],
    size: 9,
    right: 4,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const figures = tiles.map(({ src }, position) => {
    const figure = document.createElement('figure');
    figure.style.backgroundImage = `url(${src})`;
    figure.addEventListener('click', () => {
      figure.toggleAttribute('data-on', quiz.toggle(position));
    });
    return figure;
  });
  document.querySelector('#tiles')?.append(...figures);
}
