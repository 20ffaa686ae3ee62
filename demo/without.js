{
  const tiles = demo.deal({
    ask: 'guitar',
    others: ['zebra', 'lemon', 'basketball', 'strawberry', 'boat', 'teapot'],
    size: 8,
    right: 3,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => !right));
  const labels = tiles.map(({ src }, position) => {
    const label = document.createElement('label');
    label.style.backgroundImage = `url(${src})`;
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.setAttribute('aria-label', `Picture ${position + 1}`);
    box.addEventListener('change', () => quiz.toggle(position));
    label.append(box);
    return label;
  });
  document.querySelector('#tiles')?.append(...labels);
}
