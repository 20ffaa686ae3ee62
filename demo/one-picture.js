{
  const asked = [
    { thing: 'car', word: '汽车', file: 'quilt-1.jpg' },
    { thing: 'boat', word: '船', file: 'quilt-2.jpg' },
    { thing: 'guitar', word: '吉他', file: 'quilt-3.jpg' },
  ];
  const { thing, word, file } = asked[demo.seed % asked.length] ?? { thing: '', word: '', file: '' };
  const quilt = QUILTS.find((each) => each.file === file);
  if (quilt === undefined) throw new Error(`Expected ${file} in pictures.js, found none`);

  const question = document.querySelector('#question');
  if (question !== null) question.textContent = `请选出所有包含${word}的图片`;
  document.querySelector('#picture')?.setAttribute('src', `pictures/${file}`);

  const quiz = demo.quiz(quilt.things.map((each) => each === thing));
  const cells = quilt.things.map((_, position) => {
    const cell = document.createElement('label');
    cell.className = 'cell';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.setAttribute('aria-label', `第 ${position + 1} 格`);
    box.addEventListener('change', () => {
      box.checked = quiz.toggle(position);
    });
    cell.append(box);
    return cell;
  });
  document.querySelector('#cells')?.append(...cells);
}
