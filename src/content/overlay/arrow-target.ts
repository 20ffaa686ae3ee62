/** Where a key leads from a place in a grid read row by row; undefined for a key that leads nowhere. */
export function arrowTarget(key: string, index: number, columns: number, count: number): number | undefined {
  const target = targetOf(key, index, columns, count);
  return target !== undefined && target >= 0 && target < count ? target : undefined;
}

function targetOf(key: string, index: number, columns: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return index - 1;
    case 'ArrowRight':
      return index + 1;
    case 'ArrowUp':
      return index - columns;
    case 'ArrowDown':
      return index + columns;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
