const BREAKS = /^(?:block|flex|grid|table|list-item|flow-root|table-row|table-caption)$/;

/** The outermost element between a text and the block whose display sets it on lines of its own. */
function ownLine(text: Text, other: Text): Element | undefined {
  for (
    let element = text.parentElement;
    element && !element.contains(other);
    element = element.parentElement
  ) {
    if (BREAKS.test(getComputedStyle(element).display)) return element;
  }
  return undefined;
}

function onOtherLine(before: Text, after: Text): boolean {
  if (ownLine(after, before) || ownLine(before, after)) return true;
  const range = document.createRange();
  range.setStartAfter(before);
  range.setEndBefore(after);
  return range.cloneContents().querySelector('br') !== null;
}

/** The text of neighbouring text nodes as the person sees it, with a line feed where a new line starts by design. */
export function blockText(texts: readonly Text[]): string {
  return texts
    .map((text, index) => {
      const before = texts[index - 1];
      return before && onOtherLine(before, text) ? `\n${text.data}` : text.data;
    })
    .join('');
}
