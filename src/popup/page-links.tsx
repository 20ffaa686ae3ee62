import browser from 'webextension-polyfill';
import { translate } from '../own-pages/translate.ts';
import type { ToBackground } from '../shared/messages.ts';
import { notice, tab } from './state.ts';

/** The extension's own pages; each closes the popup, as any link does. */
export function PageLinks() {
  const active = tab.value;
  const isReachable = active?.site !== undefined && !active.filesBlocked;
  return (
    <nav class="links">
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        {translate('openOptions')}
      </button>
      <button
        type="button"
        class="link"
        onClick={() =>
          void browser.tabs.create({ url: browser.runtime.getURL('src/screenshot-page/screenshot.html') })
        }
      >
        {translate('openScreenshot')}
      </button>
      {isReachable && (
        <button type="button" class="link" onClick={() => void makeRule(active.id)}>
          {translate('makeRule')}
        </button>
      )}
    </nav>
  );
}

/** The picker is in the page: the popup gets out of its way. */
async function makeRule(tabId: number): Promise<void> {
  const message: ToBackground = { type: 'pick-rule', tabId };
  try {
    await browser.runtime.sendMessage(message);
    window.close();
  } catch (error) {
    notice.value = error instanceof Error ? error.message : String(error);
  }
}
