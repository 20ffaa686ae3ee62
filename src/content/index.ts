import { moveIn } from './life.ts';
import { answerMessages } from './page-messages.ts';
import { createWatcher } from './watcher.ts';

async function serve(): Promise<void> {
  const leaving: (() => void)[] = [];
  const leave = (): void => {
    for (const step of leaving.splice(0)) step();
  };
  if (!moveIn(leave)) return;
  const watcher = await createWatcher(leave);
  leaving.push(watcher.stop, answerMessages(watcher));
}

void serve();
