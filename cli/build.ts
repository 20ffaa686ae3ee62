import { buildExtension, EXTENSION } from './build-extension.ts';
import { runCommand } from './run-command.ts';

const HELP = `
npm run build

Builds the extension into dist/, ready for "Load unpacked" on chrome://extensions.`;

async function build(): Promise<void> {
  await buildExtension('info');
  console.log(EXTENSION);
}

await runCommand({ help: HELP, run: build });
