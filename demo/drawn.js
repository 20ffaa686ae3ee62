{
  const tiles = demo.deal({
    ask: 'zebra',
    others: ['basketball', 'guitar', 'lemon', 'boat', 'strawberry', 'teapot'],
    size: 8,
    right: 3,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const canvas = document.querySelector('canvas');
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) throw new Error('Expected a canvas with a 2d context, found none');
  pen.fillStyle = '#f4efe2';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#27435f';
  pen.font = '44px "Noto Sans CJK SC", sans-serif';
  pen.fillText('请点击下图中所有的斑马', 24, 56);
  const buttons = tiles.map(({ src }, position) => {
    const button = document.createElement('button');
    button.type = 'button';
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
