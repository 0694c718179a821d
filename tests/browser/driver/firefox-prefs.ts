import { FIREFOX_ID } from '../../../core/identity';

export type Prefs = Record<string, string | number | boolean>;

/** Firefox gives each add-on a random host; a fixed one lets a test name our pages and keeps the database findable. */
export const FIREFOX_HOST = 'f1e0e7c2-0000-4000-8000-00000000beef';

/** A temporary add-on is uninstalled when Firefox ends: with these, what it stored is there at the next start. */
export const KEEP_STORAGE: Prefs = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_HOST }),
};

/** No first-run pages, no questions, no calls home; the rest is Firefox as it comes. */
export const QUIET: Prefs = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'startup.homepage_welcome_url': '',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};
