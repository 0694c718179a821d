/** Tells assistive technology and fonts the language that our words are really in. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

export function setPageLanguage(): void {
  const language = browser.i18n.getUILanguage();
  document.documentElement.lang = language.startsWith('zh') || !language.startsWith('en') ? 'zh-CN' : 'en';
  document.title = i18n.t('panelTitle');
}
