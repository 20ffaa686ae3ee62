/** Says a text in another way where it is worded in a certain one; any other text stays as it is. */
export type Rephrasing = (text: string) => string;

/**
 * @param needs what every such text holds, quick to look for: the pattern itself is not even compiled for others
 * @param said source of a regular expression
 * @param as its replacement
 */
export function rephrasing(needs: RegExp, said: string, as: string): Rephrasing {
  let pattern: RegExp | undefined;
  return (text) => {
    if (!needs.test(text)) return text;
    pattern ??= new RegExp(said, 'giu');
    return text.replace(pattern, as);
  };
}

/** One after the other. */
export function rephrase(text: string, rephrasings: readonly Rephrasing[]): string {
  return rephrasings.reduce((before, say) => say(before), text);
}
