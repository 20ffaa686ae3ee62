{
  /** Left and top in CSS pixels: pictures lie about, in no rows. */
  const PLACES = [
    [18, 40],
    [150, 12],
    [300, 66],
    [440, 22],
    [64, 190],
    [214, 168],
    [420, 210],
    [318, 282],
  ];
  const NAMES = new Map([
    ['tiger', '老虎'],
    ['guitar', '吉他'],
    ['strawberry', '草莓'],
    ['bus', '公交车'],
    ['elephant', '大象'],
    ['penguin', '企鹅'],
    ['teapot', '茶壶'],
    ['zebra', '斑马'],
  ]);
  const HOW_MANY = 3;

  const things = demo.shuffle([...NAMES.keys()]);
  const asked = demo.shuffle(things).slice(0, HOW_MANY);
  const list = document.querySelector('#things');
  if (list) list.textContent = asked.map((thing) => NAMES.get(thing)).join('、');

  /** @type {string[]} */
  let clicked = [];
  const judging = demo.judge(() => clicked.join() === asked.join());
  const tell = () => {
    document.body.dataset.selected = clicked.map((thing) => things.indexOf(thing) + 1).join(' ');
  };
  tell();
  const board = document.querySelector('#board');
  for (const [index, thing] of things.entries()) {
    const [left = 0, top = 0] = PLACES[index] ?? [];
    const image = document.createElement('img');
    image.src = `pictures/${demo.shuffle(PICTURES[thing] ?? [])[0]}`;
    image.alt = '';
    image.style.left = `${left}px`;
    image.style.top = `${top}px`;
    image.addEventListener('click', () => {
      clicked = clicked.includes(thing) ? [] : [...clicked, thing];
      board?.querySelectorAll('b').forEach((mark) => mark.remove());
      for (const [place, each] of clicked.entries()) {
        const mark = document.createElement('b');
        const [x = 0, y = 0] = PLACES[things.indexOf(each)] ?? [];
        mark.style.left = `${x + 38}px`;
        mark.style.top = `${y + 38}px`;
        mark.textContent = String(place + 1);
        board?.append(mark);
      }
      tell();
      judging.reopen();
    });
    board?.append(image);
  }
}
