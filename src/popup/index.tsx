import { render } from 'preact';
import browser from 'webextension-polyfill';
import { App } from './app.tsx';
import { start } from './start.ts';

document.documentElement.lang = browser.i18n.getUILanguage();
render(<App />, document.body);
await start();
