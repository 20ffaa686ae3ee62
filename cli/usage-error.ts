/** The command was asked in a wrong way: exit code 2 instead of 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
