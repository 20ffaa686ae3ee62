/** Words that CSS lays before or after what is in an element, with its own where it holds nothing but a short text. */
export interface PseudoText {
  readonly element: Element;
  readonly data: string;
}

const MADE_OF_PICTURES = 'img,canvas,[style*="url("]';
/** Pictures by which is looked; more are a gallery. */
const PICTURES = { least: 4, most: 300 } as const;
const TILES = { least: 4, most: 26 } as const;
/** How far up from its tiles a question may stand. */
const LEVELS = 4;
/** What may hold the question of some tiles: elements before those in which they lie, and under them. */
const BEFORE = 2;
const UNDER = 8;
/** Elements that are asked for their style in one look; each costs some microseconds. */
const MOST_ASKED = 60;
/** Milliseconds for all looks at a page. */
const MOST_TIME = 40;
/** A longer text beside the words of a pseudo-element is prose. Characters. */
const MOST_OWN = 60;

/** What `content` says in words: "请选择" "猫" / "read aloud". */
function wordsOf({ content, display, opacity, visibility }: CSSStyleDeclaration): string {
  if (!content.startsWith('"') || display === 'none' || opacity === '0' || visibility === 'hidden') return '';
  const [shown = ''] = content.split('" / "');
  return [...shown.matchAll(/"((?:[^"\\]|\\.)*)"?/g)]
    .map(([, said = '']) => said.replace(/\\(.)/g, '$1'))
    .join('');
}

/** Undefined where no pseudo-element of an element says a word. */
export function pseudoText(element: Element): string | undefined {
  const [before, after] = [
    wordsOf(getComputedStyle(element, '::before')),
    wordsOf(getComputedStyle(element, '::after')),
  ];
  if (!/\p{L}/u.test(before + after)) return undefined;
  const own = element.firstElementChild ? '' : (element.textContent ?? '').trim();
  return own.length > MOST_OWN ? undefined : `${before}${own}${after}`;
}

function isLink(element: Element): boolean {
  const href = element.closest('a[href]')?.getAttribute('href');
  return href !== null && href !== undefined && !/^(?:#|javascript:|$)/i.test(href);
}

/** Elements in which some pictures lie that are no links, the innermost first. */
function aroundTiles(pictures: readonly Element[]): Element[] {
  const counts = new Map<Element, number>();
  for (const picture of pictures) {
    let above = picture.parentElement;
    for (let level = 0; above && above !== document.body && level < LEVELS; level += 1) {
      counts.set(above, (counts.get(above) ?? 0) + 1);
      above = above.parentElement;
    }
  }
  return [...counts].flatMap(([element, count]) =>
    count >= TILES.least && count <= TILES.most ? element : [],
  );
}

/** An element and what stands right before it, which may be its heading. */
function headsOf(around: Element): Element[] {
  const heads = [around];
  let before = around.previousElementSibling;
  for (let count = 0; before && count < BEFORE; count += 1) {
    heads.push(before, ...[...before.getElementsByTagName('*')].slice(0, UNDER));
    before = before.previousElementSibling;
  }
  return heads;
}

/**
 * Looks for words in pseudo-elements of what is around picture tiles: no text of the page tells of them, and asking
 * every element for its style would cost too much. Finds nothing again while the page has the same pictures, unless
 * something was there.
 */
export function createPseudoLook(): () => readonly PseudoText[] {
  let known: readonly [count: number, last: Element | undefined] = [0, undefined];
  let hadSome = false;
  let spent = 0;

  function find(): readonly PseudoText[] {
    const pictures = [...document.querySelectorAll(MADE_OF_PICTURES)];
    const last = pictures.at(-1);
    if (!hadSome && known[0] === pictures.length && known[1] === last) return [];
    known = [pictures.length, last];
    if (pictures.length < PICTURES.least || pictures.length > PICTURES.most) return [];
    const around = aroundTiles(pictures.filter((picture) => !isLink(picture)));
    const asked = [...new Set(around.flatMap(headsOf))].slice(0, MOST_ASKED);
    const found = asked.flatMap((element) => {
      const data = pseudoText(element);
      return data === undefined ? [] : { element, data };
    });
    hadSome = found.length > 0;
    return found;
  }

  return () => {
    if (spent > MOST_TIME) return [];
    const start = performance.now();
    const found = find();
    spent += performance.now() - start;
    return found;
  };
}
