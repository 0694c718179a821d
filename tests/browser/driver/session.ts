import { openChromium } from './chromium';
import { openFirefox } from './firefox';
import type { BrowserName, OpenOptions, Session } from './types';

/** Opens a real browser, headless, with the built extension in it. */
export function open(name: BrowserName, options: OpenOptions): Promise<Session> {
  return name === 'chrome' ? openChromium(options) : openFirefox(options);
}
