/**
 * A question with a 3x3 grid: `addQuestion({ask, others, right, words, from})` appends one to the page. The picture
 * files are those of the demo pages, taken from the origin `from`, this page's own unless given. The selection is told
 * as `data-selected` of the section that is returned.
 */
globalThis.addQuestion = ({ ask, others, right, words, from = '' }) => {
  const section = document.createElement('section');
  section.dataset.selected = '';
  const heading = document.createElement('h2');
  heading.textContent = words;
  const grid = document.createElement('div');
  grid.className = 'grid';
  const tiles = demo.deal({ ask, others, size: 9, right });
  section.dataset.answer = positionsOf(tiles.map((tile) => tile.right));
  grid.append(
    ...tiles.map(({ src }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'false');
      const image = document.createElement('img');
      image.src = `${from}/demo/${src}`;
      image.alt = '';
      button.append(image);
      button.addEventListener('click', () => {
        const pressed = button.getAttribute('aria-pressed') === 'true';
        button.setAttribute('aria-pressed', String(!pressed));
        const buttons = [...grid.children];
        section.dataset.selected = positionsOf(
          buttons.map((each) => each.getAttribute('aria-pressed') === 'true'),
        );
      });
      return button;
    }),
  );
  section.append(heading, grid);
  document.body.append(section);
  return section;
};

/** Positions from 1, such as "1 4". */
function positionsOf(flags) {
  return flags.flatMap((flag, index) => (flag ? [index + 1] : [])).join(' ');
}
