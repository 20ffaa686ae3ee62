import type { CDPSession } from 'playwright-core';

/** A DevTools session with a target that Playwright does not list: the toolbar popup, the offscreen document. */
export interface TargetSession {
  /** Sends one DevTools command. `Result` is what the protocol says of its answer. */
  send<Result>(method: string, parameters?: object): Promise<Result>;
  /** Runs a function without closures in the target, as if the person had just clicked there; JSON in, JSON out. */
  run<Result, Argument>(
    script: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  /** Exceptions and errors of the console so far. */
  problems(): readonly string[];
}

interface Message<Result> {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result: Result;
  readonly error?: { readonly message: string };
}

interface Evaluated {
  readonly result: { readonly value: string };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

const PROBLEMS = new Set(['Runtime.exceptionThrown', 'Log.entryAdded']);

export async function attachTo(browser: CDPSession, targetId: string): Promise<TargetSession> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (message: string) => void>();
  const problems: string[] = [];
  let requests = 0;

  browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const { id, method, params }: Message<unknown> = JSON.parse(message);
    if (id !== undefined) waiting.get(id)?.(message);
    else if (PROBLEMS.has(method ?? '')) problems.push(JSON.stringify(params));
  });

  async function send<Result>(method: string, parameters: object = {}): Promise<Result> {
    const id = ++requests;
    const replied = new Promise<string>((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params: parameters });
    await browser.send('Target.sendMessageToTarget', { sessionId, message });
    const reply: Message<Result> = JSON.parse(await replied);
    waiting.delete(id);
    if (reply.error) throw new Error(`${method}: ${reply.error.message}`);
    return reply.result;
  }

  async function run<Result, Argument>(
    script: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>> {
    const call = `(${script.toString()})(${JSON.stringify(argument) ?? ''})`;
    const { result, exceptionDetails: thrown } = await send<Evaluated>('Runtime.evaluate', {
      expression: `Promise.resolve(${call}).then((value) => JSON.stringify({ value }))`,
      awaitPromise: true,
      userGesture: true,
    });
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    const { value }: { readonly value: Awaited<Result> } = JSON.parse(result.value);
    return value;
  }

  await send('Runtime.enable');
  await send('Log.enable');
  return { send, run, problems: () => problems };
}
