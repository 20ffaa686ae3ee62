/** Milliseconds between two lines of progress where there is no terminal to overwrite one. */
const LINE_EVERY = 5000;

/** Tells on stderr how much is done: one line that changes in a terminal, a line now and then elsewhere. */
export function showProgress(what: string, total: number): (done: number) => void {
  const terminal = process.stderr.isTTY;
  let last = performance.now();
  return (done) => {
    const now = performance.now();
    if (terminal) process.stderr.write(`\r${done} of ${total} ${what}${done === total ? '\n' : ''}`);
    else if (done === total || now - last >= LINE_EVERY) {
      process.stderr.write(`${done} of ${total} ${what}\n`);
      last = now;
    }
  };
}
