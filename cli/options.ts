import { join, resolve } from 'node:path';
import { callerFolder } from './caller-folder.ts';
import { ROOT } from './root.ts';
import { UsageError } from './usage-error.ts';

/** The folder of `--model`, or the embedded model's. */
export function modelFolder(option: string | undefined): string {
  return option === undefined ? join(ROOT, 'models', 'cn-clip-lite') : resolve(callerFolder(), option);
}

/** A probability, or undefined where the option was not given. */
export function shareOption(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const share = value.trim() === '' ? Number.NaN : Number(value);
  if (share >= 0 && share <= 1) return share;
  throw new UsageError(`--${name}: expected a number from 0 to 1, found ${JSON.stringify(value)}`);
}

/** A number of tiles, or undefined where the option was not given. */
export function countOption(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UsageError(`--${name}: expected a whole number from 0, found ${JSON.stringify(value)}`);
}
