import { moveIn } from './life.ts';
import { answerMessages } from './page-messages.ts';
import { createWatcher } from './watcher.ts';

function serve(): void {
  const leaving: (() => void)[] = [];
  const leave = (): void => {
    for (const step of leaving.splice(0)) step();
  };
  if (!moveIn(leave)) return;
  const watcher = createWatcher(leave);
  // Listens before the watcher is ready: who injects this script asks it something as soon as it has run.
  leaving.push(answerMessages(watcher), () => void watcher.then(({ stop }) => stop()));
}

serve();
