/** Why the tiles of a grid cannot be read, in words for the person. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}
