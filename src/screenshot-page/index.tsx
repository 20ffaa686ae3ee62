import { render } from 'preact';
import browser from 'webextension-polyfill';
import { translate } from '../own-pages/translate.ts';
import { App } from './app.tsx';
import { answerCapturedTab } from './from-tab.ts';
import { takeFrom } from './take-picture.tsx';

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = translate('screenshotTitle');
document.addEventListener('paste', (event) => {
  if (takeFrom(event.clipboardData)) event.preventDefault();
});
render(<App />, document.body);
await answerCapturedTab();
