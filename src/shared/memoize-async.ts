/**
 * Remembers the last `limit` results of an asynchronous function by key, the least recently used going first.
 * Callers that ask while the first call is under way share it. A rejection is handed out and then forgotten.
 */
export function memoizeAsync<Result>(
  compute: (key: string) => Promise<Result>,
  limit: number,
): (key: string) => Promise<Result> {
  // A Map keeps insertion order: re-inserting on each use leaves the least recently used key first.
  const remembered = new Map<string, Promise<Result>>();
  return (key) => {
    const known = remembered.get(key);
    const result = known ?? compute(key);
    remembered.delete(key);
    remembered.set(key, result);
    if (known === undefined) {
      result.catch(() => {
        if (remembered.get(key) === result) remembered.delete(key);
      });
      for (const oldest of remembered.keys()) {
        if (remembered.size <= limit) break;
        remembered.delete(oldest);
      }
    }
    return result;
  };
}
