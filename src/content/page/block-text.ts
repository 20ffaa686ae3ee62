const BREAKS = /^(?:block|flex|grid|table|list-item|flow-root|table-row|table-caption)$/;

function lineOf(text: Text): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

/** Items of one sentence stand this close; further apart they are things of their own. Part of the line's height. */
const NEAR = 0.5;

/** An item of a flex or grid box, or what is placed by hand, is a block, but may go on with the line before it. */
function goesOn(element: Element, before: Text, after: Text): boolean {
  const parent = element.parentElement;
  const isLaidOut = parent !== null && /flex|grid/.test(getComputedStyle(parent).display);
  if (!isLaidOut && getComputedStyle(element).position !== 'absolute') return false;
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

function rangeBetween(before: Text, after: Text): Range {
  const range = document.createRange();
  range.setStartAfter(before);
  range.setEndBefore(after);
  return range;
}

function onOtherLine(before: Text, after: Text): boolean {
  if (breaksLine(after, before, before, after) || breaksLine(before, after, before, after)) return true;
  return rangeBetween(before, after).cloneContents().querySelector('br') !== null;
}

/** Neighbouring text nodes, one list for each line that starts by design. */
export function linesOf(texts: readonly Text[]): Text[][] {
  const lines: Text[][] = [];
  for (const [index, text] of texts.entries()) {
    const before = texts[index - 1];
    const line = lines.at(-1);
    if (!before || !line || onOtherLine(before, text)) lines.push([text]);
    else line.push(text);
  }
  return lines;
}

function lineText(texts: readonly Text[]): string {
  return texts
    .map((text, index) => {
      const before = texts[index - 1];
      // Nodes that hold only white space are in no list of texts, and part words all the same.
      const gap = before && /\s/.test(rangeBetween(before, text).toString()) ? ' ' : '';
      // White space of the source, line feeds too, is shown as a space.
      return gap + text.data.replace(/\s+/g, ' ');
    })
    .join('');
}

/** The text of lines as the person sees it, a line feed between them. */
export function textOfLines(lines: readonly (readonly Text[])[]): string {
  return lines.map(lineText).join('\n');
}

/** Whether two lines stand side by side. */
export function areBeside([a]: readonly Text[], [b]: readonly Text[]): boolean {
  if (!a || !b) return false;
  const [first, second] = [lineOf(a), lineOf(b)];
  return second.top < first.bottom && first.top < second.bottom;
}
