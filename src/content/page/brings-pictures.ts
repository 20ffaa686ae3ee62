const PICTURES = 'img,canvas,svg,picture,video,input,[style*="background"]';

function holdsPictures(node: Node | undefined): boolean {
  if (!(node instanceof Element)) return false;
  return node.matches(PICTURES) || (node.firstElementChild !== null && node.querySelector(PICTURES) !== null);
}

/** Whether changes add anything that may be a tile. */
export function bringsPictures(records: readonly MutationRecord[]): boolean {
  return records.some(({ addedNodes }) => addedNodes.length > 0 && [...addedNodes].some(holdsPictures));
}

/** Tells whether the document has other pictures than when last asked, as far as counting them tells. */
export function createPictureCount(): () => boolean {
  // Live lists: their lengths are counted natively.
  const lists = ['img', 'canvas', 'svg'].map((name) => document.getElementsByTagName(name));
  let before = '';
  return () => {
    const now = lists.map(({ length }) => length).join();
    const isOther = now !== before;
    before = now;
    return isOther;
  };
}
