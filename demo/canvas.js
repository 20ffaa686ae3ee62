{
  const COLUMNS = 3;
  /** CSS pixels of a cell and of the gap after it; the canvas has two of its own pixels to each of them. */
  const SIDE = 122;
  const GAP = 8;
  const DENSITY = 2;

  const tiles = demo.deal({
    ask: 'elephant',
    others: ['car', 'bird', 'strawberry', 'guitar', 'balloon', 'fish', 'basketball', 'lemon'],
    size: COLUMNS * COLUMNS,
    right: 3,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const canvas = document.querySelector('canvas');
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) throw new Error('Expected a canvas with a 2d context, found none');
  canvas.style.width = `${canvas.width / DENSITY}px`;
  pen.scale(DENSITY, DENSITY);

  const buttons = tiles.map(({ src }, position) => {
    const left = (position % COLUMNS) * (SIDE + GAP);
    const top = Math.floor(position / COLUMNS) * (SIDE + GAP);
    const image = new Image();
    image.addEventListener('load', () => pen.drawImage(image, left, top, SIDE, SIDE));
    image.src = src;
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('role', 'checkbox');
    button.setAttribute('aria-checked', 'false');
    button.setAttribute('aria-label', `图片 ${position + 1}`);
    button.style.left = `${left}px`;
    button.style.top = `${top}px`;
    button.addEventListener('click', () => {
      button.setAttribute('aria-checked', String(quiz.toggle(position)));
    });
    return button;
  });
  document.querySelector('#board')?.append(...buttons);
}
