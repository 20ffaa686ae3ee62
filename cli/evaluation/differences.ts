/** How many tiles are in one list and not in the other. */
export function differences(answer: readonly number[], predicted: readonly number[]): number {
  const missed = answer.filter((position) => !predicted.includes(position));
  const tooMany = predicted.filter((position) => !answer.includes(position));
  return missed.length + tooMany.length;
}

/** Whether a grid is right as a whole. */
export function isRight(answer: readonly number[], predicted: readonly number[]): boolean {
  return differences(answer, predicted) === 0;
}
