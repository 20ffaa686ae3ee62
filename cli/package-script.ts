import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { ROOT } from './root.ts';

const fromRoot = createRequire(join(ROOT, 'package.json'));

const manifestSchema = v.object({ bin: v.union([v.string(), v.record(v.string(), v.string())]) });

/** Path of a command that an installed package names in the `bin` of its package.json. */
export function packageScript(name: string, command: string = name): string {
  const manifest = fromRoot.resolve(`${name}/package.json`);
  const { bin } = v.parse(manifestSchema, fromRoot(manifest));
  const path = typeof bin === 'string' ? bin : bin[command];
  if (path === undefined) throw new Error(`Expected ${name} to bring the command ${command}, found none`);
  return join(dirname(manifest), path);
}
