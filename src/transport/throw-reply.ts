/** The wire form of a failed call, as comlink's own `throw` handler writes it. */
export function throwReply(id: string, error: { readonly name: string; readonly message: string }): object {
  return { id, type: 'HANDLER', name: 'throw', value: { isError: true, value: { ...error, stack: '' } } };
}
