import type { PageState } from '../../shared/messages.ts';

const idle: PageState = { phase: 'idle' };

/** Answers for a frame in which nothing has been found, until the rest of the content script is there to answer. */
export function answerIdle(isServed: () => boolean): (message: unknown) => Promise<PageState> | undefined {
  return (message) => {
    const isAsked =
      typeof message === 'object' && message !== null && 'type' in message && message.type === 'get-state';
    return isAsked && !isServed() ? Promise.resolve(idle) : undefined;
  };
}
