/** A text that is read from its beginning, pattern by pattern. */
export interface Eater {
  readonly rest: string;
  /** Takes a match at the beginning away; undefined, and nothing taken, where there is none. */
  readonly eat: (pattern: RegExp) => RegExpExecArray | undefined;
}

export function eater(text: string): Eater {
  let rest = text;
  return {
    get rest() {
      return rest;
    },
    eat(pattern) {
      const match = pattern.exec(rest);
      if (!match || match.index !== 0 || match[0] === '') return undefined;
      rest = rest.slice(match[0].length);
      return match;
    },
  };
}
