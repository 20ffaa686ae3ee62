{
  /** CSS pixels from one picture of the sheet to the next, as the page's style sizes it. */
  const PITCH = 140;
  const ASK = 'bird';
  const RIGHT = 2;
  const SIZE = 6;
  const sheet = QUILTS.find(({ file }) => file === 'sheet.jpg');
  if (sheet === undefined) throw new Error('Expected sheet.jpg in pictures.js, found none');

  const places = demo.shuffle(
    sheet.things.map((thing, index) => ({
      right: thing === ASK,
      left: (index % sheet.columns) * PITCH,
      top: Math.floor(index / sheet.columns) * PITCH,
    })),
  );
  const tiles = demo.shuffle([
    ...places.filter(({ right }) => right).slice(0, RIGHT),
    ...places.filter(({ right }) => !right).slice(0, SIZE - RIGHT),
  ]);
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const cells = tiles.map(({ left, top }, position) => {
    const cell = document.createElement('div');
    cell.className = 'tile';
    cell.style.backgroundPosition = `-${left}px -${top}px`;
    cell.addEventListener('click', () => {
      cell.classList.toggle('selected', quiz.toggle(position));
    });
    return cell;
  });
  document.querySelector('#tiles')?.append(...cells);
}
