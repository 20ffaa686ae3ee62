import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listPages } from '../test/gallery/list-pages.ts';
import { openGallery } from '../test/gallery/open-gallery.ts';
import { describeResults, summarise } from '../test/gallery/report.ts';
import { type PageResult, visitPage } from '../test/gallery/visit-page.ts';
import { buildExtension } from '../test/built-extension.ts';
import { callerFolder } from './caller-folder.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const HELP = `
npm run -s gallery -- [WORD...] [options]

Opens the pages of test/pages in Chromium with the built extension and says where what it finds differs from what the
pages expect: the grid, its size, each tile's box, the question and the thing asked for. On the pages without a
question nothing may be found. WORDs choose the pages whose path holds one of them.

  --extension FOLDER   takes the extension as it was built there, such as dist, rather than building it anew
  --json               one object: {withGrid, without, byKind, pages [{path, kind, faults, milliseconds}]}
  --help               this text

  npm run -s gallery -- grid/iframe none/hidden

Exits with 1 if a page failed.`;

async function gallery(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, extension: { type: 'string' } },
  });
  const pages = await listPages(positionals);
  if (pages.length === 0)
    throw new UsageError(`expected pages named like ${positionals.join(' ')}; found none`);
  const built = values.extension === undefined ? await buildExtension() : undefined;
  const results: PageResult[] = [];
  const opened = await openGallery(built?.folder ?? resolve(callerFolder(), values.extension ?? ''));
  try {
    for (const page of pages) {
      const result = await visitPage(opened.tab, page);
      results.push(result);
      process.stderr.write(
        `${result.faults.length === 0 ? '✓' : '✗'} ${result.path} ${result.milliseconds} ms\n`,
      );
    }
  } finally {
    await opened.close();
    built?.remove();
  }
  const report = values.json
    ? JSON.stringify({ ...summarise(results), pages: results }, null, 2)
    : describeResults(results);
  process.stdout.write(`${report}\n`);
  if (results.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

await runCommand({ help: HELP, run: gallery });
