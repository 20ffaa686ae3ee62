/** Without the white space that stands beside a character that is not ASCII: 公 交 车 → 公交车, but "fire hydrant" as it is. */
export function squeezed(text: string): string {
  return text.replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, '');
}
