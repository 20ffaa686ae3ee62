import { UsageError } from './usage-error.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

export interface Command {
  readonly help: string;
  /** Writes data to stdout and progress to stderr; rejects with a message for the person. */
  readonly run: (args: readonly string[]) => Promise<void>;
}

/** Runs a command with the arguments of this process. Exit codes: 0 done, 1 failed, 2 asked in a wrong way. */
export async function runCommand({ help, run }: Command): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${help.trim()}\n`);
    return;
  }
  try {
    await run(args);
  } catch (error) {
    const wrong = error instanceof UsageError || isParseArgsError(error);
    const hint = wrong ? '\nSee --help.' : '';
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}${hint}\n`);
    process.exitCode = wrong ? WRONG_USAGE : FAILED;
  }
}

function isParseArgsError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
