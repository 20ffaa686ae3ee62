import type { CDPSession } from 'playwright-core';
import type { ExtensionBrowser } from '../extension-browser.ts';

interface Reply {
  readonly id?: number;
  readonly result?: {
    readonly result?: { readonly value?: string };
    readonly exceptionDetails?: {
      readonly text: string;
      readonly exception?: { readonly description?: string };
    };
  };
}

/**
 * Opens the extension's offscreen document and evaluates an expression that gives a string there. Playwright does not list such documents,
 * so the browser's own protocol is spoken, with a session inside the session.
 */
export async function evaluateOffscreen(browser: ExtensionBrowser, expression: string): Promise<string> {
  await browser.control.evaluate(() => chrome.runtime.sendMessage({ type: 'ensure-engine' }));
  const cdp = await browser.context.browser()?.newBrowserCDPSession();
  if (cdp === undefined) throw new Error('Expected the protocol session of a browser, found none');
  const { targetInfos } = await cdp.send('Target.getTargets', {});
  const offscreen = targetInfos.find(({ url }) => url.includes('/offscreen'));
  if (offscreen === undefined) {
    throw new Error(`Expected an offscreen document, found ${targetInfos.map(({ url }) => url).join(', ')}`);
  }
  const { sessionId } = await cdp.send('Target.attachToTarget', {
    targetId: offscreen.targetId,
    flatten: false,
  });
  return send(cdp, sessionId, {
    id: 1,
    method: 'Runtime.evaluate',
    params: { expression, awaitPromise: true, returnByValue: true },
  });
}

function send(
  cdp: CDPSession,
  sessionId: string,
  message: { readonly id: number; readonly method: string; readonly params: object },
): Promise<string> {
  return new Promise((resolve, reject) => {
    cdp.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const reply: Reply = JSON.parse(event.message);
      if (reply.id !== message.id) return;
      const thrown = reply.result?.exceptionDetails;
      if (thrown) reject(new Error(thrown.exception?.description ?? thrown.text));
      else resolve(reply.result?.result?.value ?? '');
    });
    cdp.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId === sessionId)
        reject(new Error('Expected an answer, found the offscreen document closed'));
    });
    cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(message) }).catch(reject);
  });
}
