export type Get = (url: string, init: RequestInit) => Promise<Response>;

/** The hub's answer is of no use, and asking again would bring the same. */
export class HubError extends Error {
  override readonly name: string = 'HubError';
}

/** The connection is to blame, or the hub is busy: another try may do. */
export class PassingError extends HubError {
  override readonly name = 'PassingError';
}

export interface HubAnswer {
  /** Where in the file the body starts: as asked, or 0 where the server sends only whole files. */
  readonly start: number;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

const PARTIAL_CONTENT = 206;
const RANGE_NOT_SATISFIABLE = 416;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** Asks for a file from a byte on. Rejects with a HubError, or with the signal's reason. */
export async function requestFrom(url: string, start: number, get: Get, signal: AbortSignal): Promise<HubAnswer> {
  const headers = start > 0 ? { Range: `bytes=${start}-` } : {};
  let response: Response;
  try {
    // No cookies: the hub need not know who it is. Never from the cache: it may hold what was cut off.
    response = await get(url, { headers, signal, credentials: 'omit', cache: 'no-store' });
  } catch (error) {
    signal.throwIfAborted();
    throw new PassingError(`${url}: expected an answer, found ${String(error)}`, { cause: error });
  }
  const { status, body } = response;
  if (status === TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
    throw new PassingError(`${url}: expected the file, found status ${status}`);
  }
  // What lies here is no beginning of that file, or is all of a shorter one.
  if (status === RANGE_NOT_SATISFIABLE && start > 0) return requestFrom(url, 0, get, signal);
  if (!response.ok || body === null) throw new HubError(`${url}: expected the file, found status ${status}`);
  if (status !== PARTIAL_CONTENT) return { start: 0, body };
  const range = response.headers.get('Content-Range') ?? '';
  const from = /^bytes (\d+)-/.exec(range)?.[1];
  if (Number(from) === start) return { start, body };
  throw new HubError(`${url}: expected bytes from ${start} on, found "${range}"`);
}
