import { throwReply } from './throw-reply.ts';

const NAME = 'PortClosedError';

export function portClosedReply(id: string): object {
  return throwReply(id, { name: NAME, message: 'The engine port closed.' });
}

/** By name, because an error that crosses a port arrives as a plain Error that kept its name. */
export function isPortClosedError(error: unknown): boolean {
  return error instanceof Error && error.name === NAME;
}
