import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allowSite } from './allow-site.ts';
import { buildExtension, EXTENSION } from './build-extension.ts';
import { DEMO, demoPages } from './demo-page.ts';
import { launchExtensionBrowser } from './extension-browser.ts';
import { getBrowser } from './get-browser.ts';
import { hasDisplay } from './has-display.ts';
import { ROOT } from './root.ts';
import { runCommand } from './run-command.ts';
import { serveFolder } from './serve-folder.ts';
import { solveDemoPage } from './solve-demo-page.ts';

const HELP = `
npm start [-- options]

Builds the extension, opens it in Chromium on the pages of demo/ and lets it answer them while you watch. Without a
display it does the same unseen. Prints what it chose on each page and leaves a screenshot of each in out/start/.

  --headless      unseen, although there is a display
  --seed NUMBER   deals the pages differently (1)
  --help          this text

Exits with 1 if a page was not solved, by the page's own verdict.`;

async function startDemo(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: !hasDisplay() },
      seed: { type: 'string', default: '1' },
    },
  });
  await start(values.headless, values.seed);
}

async function start(headless: boolean, seed: string): Promise<void> {
  const executablePath = getBrowser();
  console.log('Building the extension…');
  await buildExtension('warn');
  const screenshots = join(ROOT, 'out', 'start');
  await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });

  const server = await serveFolder(DEMO);
  const browser = await launchExtensionBrowser({ executablePath, extension: EXTENSION, headless });
  try {
    await allowSite(browser, server.origin, 'auto');
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    const unsolved: string[] = [];
    for (const name of demoPages) {
      const solved = await solveDemoPage(browser, page, {
        name,
        url: `${server.origin}/${name}.html?seed=${seed}`,
        screenshot: join(screenshots, `${name}.png`),
      });
      if (!solved) unsolved.push(name);
    }
    console.log(
      unsolved.length === 0
        ? `All ${demoPages.length} pages solved. Screenshots: ${screenshots}`
        : `${unsolved.length} of ${demoPages.length} pages not solved: ${unsolved.join(', ')}. Screenshots: ${screenshots}`,
    );
    process.exitCode = unsolved.length === 0 ? 0 : 1;
    if (!headless) {
      await page.goto(`${server.origin}/index.html`);
      console.log('The browser stays open for you to try; close it to end this command.');
      await new Promise((closed) => browser.context.once('close', closed));
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

await runCommand({ help: HELP, run: startDemo });
