/** Colours that tell tiles apart; red, green and blue differ in each, so that a swapped channel shows. */
export const COLOURS: readonly (readonly [number, number, number])[] = [
  [200, 30, 60],
  [20, 180, 90],
  [40, 60, 220],
  [230, 200, 20],
  [150, 40, 190],
  [20, 190, 210],
  [240, 120, 30],
  [110, 110, 40],
  [250, 150, 200],
];

function cssColour(index: number): string {
  const [red, green, blue] = COLOURS[index % COLOURS.length] ?? [0, 0, 0];
  return `rgb(${red} ${green} ${blue})`;
}

/** A picture of columns × rows squares of one colour each, in reading order from `first` on. */
export function sheet(columns: number, rows: number, side: number, first = 0): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = columns * side;
  canvas.height = rows * side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Expected a 2d context, got none.');
  for (let index = 0; index < columns * rows; index += 1) {
    context.fillStyle = cssColour(first + index);
    context.fillRect((index % columns) * side, Math.floor(index / columns) * side, side, side);
  }
  return canvas;
}

export function picture(index: number, side = 60): string {
  return sheet(1, 1, side, index).toDataURL();
}

/** A page that holds nothing but this, laid out and with its pictures decoded. */
export async function setPage(html: string): Promise<void> {
  document.body.innerHTML = html;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

export function images(count: number, attributes = 'width="80" height="80"'): string {
  return Array.from({ length: count }, (_, index) => `<img ${attributes} src="${picture(index)}">`).join('');
}

/** CSS for a grid of so many columns, 4 px apart. */
export function gridStyle(columns: number): string {
  return `display:grid;grid-template-columns:repeat(${columns},max-content);gap:4px`;
}
