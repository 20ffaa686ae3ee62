import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { callerFolder } from './caller-folder.ts';
import { openAndTry } from './open-and-try.ts';
import { parsePageAddress } from './page-address.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

/** Seconds; a first run loads the model, and a slow machine takes some of them for that. */
const DEFAULT_TIMEOUT = 30;

const HELP = `
npm run -s try -- PAGE [options]

Opens a page of this machine in Chromium with the extension in auto mode and prints what it does there, as JSON.
PAGE is an HTML file or a loopback address; anything else is refused.

  --timeout SECONDS   longest wait for the answer (${DEFAULT_TIMEOUT})
  --screenshot FILE   also writes a PNG of the page with the answer over it
  --show              in a window, rather than unseen
  --help              this text

  npm run -s try -- demo/imgs.html?seed=2
  npm run -s try -- http://localhost:8080/page.html

The JSON has url, question, text, grid {rows, columns} (null where there is none), tiles [{box, probability, state}],
selected and clicked (positions from 1), outcome, message, backend and times (milliseconds by step). Exits with 0 also
where no grid was found, with 2 for a wrong call.`;

async function tryPage(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      timeout: { type: 'string', default: String(DEFAULT_TIMEOUT) },
      screenshot: { type: 'string' },
      show: { type: 'boolean', default: false },
    },
  });
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0) {
    throw new UsageError(`expected one page, found ${positionals.length}`);
  }
  const report = await openAndTry(parsePageAddress(address, callerFolder()), {
    timeout: parseSeconds(values.timeout) * 1000,
    headless: !values.show,
    screenshot: values.screenshot === undefined ? undefined : resolve(callerFolder(), values.screenshot),
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && Number.isFinite(seconds)) return seconds;
  throw new UsageError(`--timeout: expected seconds, more than 0, found ${text}`);
}

await runCommand({ help: HELP, run: tryPage });
