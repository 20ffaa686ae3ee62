/** The innermost node that holds both; undefined where they are of different trees. Native, however deep they lie. */
function commonAncestor(a: Element, b: Element): Node | undefined {
  if (a.getRootNode() !== b.getRootNode()) return undefined;
  if (a.contains(b)) return a;
  if (b.contains(a)) return b;
  const range = document.createRange();
  const isFirst = (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  range.setStartBefore(isFirst ? a : b);
  range.setEndAfter(isFirst ? b : a);
  return range.commonAncestorContainer;
}

/** Whether a text stands with one of several pictures alone, as captions and names of articles do. */
export function isCaption(text: Element, pictures: readonly Element[]): boolean {
  const shared = pictures.flatMap((picture) => commonAncestor(text, picture) ?? []);
  let closest = shared[0];
  for (const each of shared) if (closest?.contains(each)) closest = each;
  return pictures.length > 1 && shared.filter((each) => each === closest).length === 1;
}
