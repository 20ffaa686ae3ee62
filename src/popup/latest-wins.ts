/**
 * Runs one task at a time for wishes that come faster than it can; of those that came meanwhile it runs once more.
 * For a slider: where it rests is always answered, no queue builds up, an older answer never overwrites a newer one.
 * The task reads what it works on when it starts.
 */
export function latestWins(task: () => Promise<void>): () => void {
  let wanted = false;
  let running = false;

  async function run(): Promise<void> {
    running = true;
    try {
      while (wanted) {
        wanted = false;
        await task();
      }
    } finally {
      running = false;
    }
  }

  return () => {
    wanted = true;
    if (!running) void run();
  };
}
