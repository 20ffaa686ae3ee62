{
  const ROWS = 3;
  const COLUMNS = 2;
  const tiles = demo.deal({
    ask: 'guitar',
    others: ['dog', 'zebra', 'car', 'orange', 'boat', 'bird', 'rabbit'],
    size: ROWS * COLUMNS,
    right: 2,
  });
  const quiz = demo.quiz(tiles.map(({ right }) => right));
  const table = document.querySelector('#rows');
  for (let row = 0; row < ROWS; row++) {
    const line = document.createElement('tr');
    for (let column = 0; column < COLUMNS; column++) {
      line.append(cell(row * COLUMNS + column));
    }
    table?.append(line);
  }

  /** @param {number} position */
  function cell(position) {
    const cell = document.createElement('td');
    const image = document.createElement('img');
    image.src = tiles[position]?.src ?? '';
    image.alt = '';
    cell.append(image);
    cell.addEventListener('click', () => {
      cell.classList.toggle('picked', quiz.toggle(position));
    });
    return cell;
  }
}
