import { finder } from '@medv/finder';

/** Combinations that are tried before a plain path is taken; keeps a hostile page from holding the picker up. */
const MOST_CHECKS = 2000;

/** Attributes that say what a thing is, and stay when the look of a page changes. */
const STABLE = /^(?:data-(?:testid|test|qa|cy|role|type|name)|name|role|type)$/;

/** Classes of a state, not of a thing. */
const PASSING =
  /^(?:is-|has-)|^(?:active|selected|checked|hover|focus|open|visible|loading|loaded|current)$/i;

const WORD = /^[a-z][a-z\d_-]*[a-z]$/i;

/** A selector of this element alone, by what names it rather than by where it stands, as far as the page allows. */
export function robustSelector(element: Element): string {
  return finder(element, {
    root: document.documentElement,
    maxNumberOfPathChecks: MOST_CHECKS,
    timeoutMs: Infinity,
    attr: (name, value) => STABLE.test(name) && WORD.test(value),
    className: isStableClass,
    idName: isStableName,
  });
}

/** Names with several digits or without vowels are made by programs, and made anew with the next version. */
function isStableName(name: string): boolean {
  return WORD.test(name) && (name.match(/\d/g)?.length ?? 0) < 2 && /[aeiouy]/i.test(name);
}

export function isStableClass(name: string): boolean {
  return isStableName(name) && !PASSING.test(name);
}
