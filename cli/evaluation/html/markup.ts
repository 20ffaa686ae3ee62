/** Text as it may stand in HTML, between tags and in attributes in double quotes. */
export function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A table with its heads in the first row; cells are HTML, and those that begin with a digit stand to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => cellOf(cell)).join('')}</tr>`);
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function cellOf(cell: string): string {
  return `<td${/^[\d–]/.test(cell) ? ' class="number"' : ''}>${cell}</td>`;
}

export function share(value: number, digits = 3): string {
  return value.toFixed(digits);
}
