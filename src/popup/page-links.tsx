import browser from 'webextension-polyfill';
import { translate } from './translate.ts';

/** The extension's own pages; each closes the popup, as any link does. */
export function PageLinks() {
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
    </nav>
  );
}
