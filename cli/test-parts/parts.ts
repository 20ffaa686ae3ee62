import { buildExtension } from '../build-extension.ts';
import { runPython } from './python-part.ts';
import { checkFormat, checkLint, checkTypes, typeContexts } from './static-checks.ts';
import { FAILED, PASSED, sum, type Tally } from './tally.ts';
import { runVitest } from './vitest-part.ts';

export interface Part {
  readonly name: string;
  readonly about: string;
  run(this: void): Promise<Tally>;
}

/** All of the tests, quick ones first. The end-to-end tests use what `build` makes. */
export const parts: readonly Part[] = [
  { name: 'types', about: 'TypeScript, one context after the other', run: runTypes },
  { name: 'lint', about: 'the house rules', run: checkLint },
  { name: 'format', about: 'Prettier', run: checkFormat },
  { name: 'build', about: 'the extension', run: runBuild },
  { name: 'unit', about: 'tests in Node', run: () => runVitest('unit') },
  { name: 'browser', about: 'tests that need layout, in Chromium', run: () => runVitest('browser') },
  { name: 'e2e', about: 'the built extension on the demo pages, in Chromium', run: () => runVitest('e2e') },
  { name: 'python', about: 'the training package', run: runPython },
];

async function runTypes(): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const context of typeContexts()) tallies.push(await checkTypes(context));
  return sum(tallies);
}

async function runBuild(): Promise<Tally> {
  try {
    await buildExtension('warn');
    return PASSED;
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
}
