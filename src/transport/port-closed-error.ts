const NAME = 'PortClosedError';

/** The wire form of a failed call, as comlink's own `throw` handler writes it. */
export function portClosedReply(id: string): object {
  const value = { isError: true, value: { name: NAME, message: 'The engine port closed.', stack: '' } };
  return { id, type: 'HANDLER', name: 'throw', value };
}

/** By name, because an error that crosses a port arrives as a plain Error that kept its name. */
export function isPortClosedError(error: unknown): boolean {
  return error instanceof Error && error.name === NAME;
}
