import { render } from 'preact';
import browser from 'webextension-polyfill';
import { translate } from '../own-pages/translate.ts';
import { App } from './app.tsx';
import { giveBackLeftHosts, refreshModels, refreshStatus } from './model-actions.ts';
import { followSiteRules } from './rules-actions.ts';

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = translate('optionsTitle');
render(<App />, document.body);
await Promise.all([refreshModels(), followSiteRules()]);
await Promise.all([refreshStatus(), giveBackLeftHosts()]);
