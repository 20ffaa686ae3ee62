/** A computed length, a percentage of `whole`, or a calc() sum of both, in pixels: `12px`, `50%`, `calc(100% - 4px)`. */
export function readLength(text: string, whole: number): number {
  let sum = 0;
  for (const [, sign, number, unit] of text.matchAll(/([+-]?)\s*([\d.]+(?:e-?\d+)?)(px|%)?/g)) {
    const value = Number(number) * (unit === '%' ? whole / 100 : 1);
    sum += sign === '-' ? -value : value;
  }
  return sum;
}

/** Cuts a list at its commas (or spaces), but not inside brackets or quotes. */
export function splitTop(list: string, at: ',' | ' '): string[] {
  const parts = list.match(
    at === ','
      ? /(?:[^,("]|"[^"]*"|\((?:[^()"]|"[^"]*"|\([^()]*\))*\))+/g
      : /(?:[^\s("]|"[^"]*"|\((?:[^()"]|"[^"]*"|\([^()]*\))*\))+/g,
  );
  return (parts ?? []).map((part) => part.trim());
}
