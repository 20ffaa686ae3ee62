const BREAKS = /^(?:block|flex|grid|table|list-item|flow-root|table-row|table-caption)$/;

function lineOf(text: Text): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

/** Items of one sentence stand this close; further apart they are things of their own. Part of the line's height. */
const NEAR = 0.5;

/** An item of a flex or grid box is a block, but may go on with the line of the one before it. */
function goesOn(element: Element, before: Text, after: Text): boolean {
  const parent = element.parentElement;
  if (!parent || !/flex|grid/.test(getComputedStyle(parent).display)) return false;
  const [first, second] = [lineOf(before), lineOf(after)];
  const isOneLine = second.top < first.bottom && first.top < second.bottom;
  const apart = Math.max(second.left - first.right, first.left - second.right);
  return isOneLine && apart <= first.height * NEAR;
}

function breaksLine(text: Text, other: Text, before: Text, after: Text): boolean {
  for (
    let element = text.parentElement;
    element && !element.contains(other);
    element = element.parentElement
  ) {
    if (BREAKS.test(getComputedStyle(element).display)) return !goesOn(element, before, after);
  }
  return false;
}

function onOtherLine(before: Text, after: Text): boolean {
  if (breaksLine(after, before, before, after) || breaksLine(before, after, before, after)) return true;
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
      // White space of the source, line feeds too, is shown as a space.
      const shown = text.data.replace(/\s+/g, ' ');
      return before && onOtherLine(before, text) ? `\n${shown}` : shown;
    })
    .join('');
}
