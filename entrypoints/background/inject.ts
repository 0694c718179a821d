/** Puts our scripts into pages. The reader is not declared in the manifest: only articles pay for it. */
import { browser } from 'wxt/browser';
import type { Sender } from '../../components/bridge/answer';
import { askPage } from '../../components/bridge/ask-page';

const DETECTOR = '/content-scripts/detector.js';
const READER = '/content-scripts/page.js';

/** @returns false when the page went away or refuses scripts */
export async function injectReader({ tab, frameId }: Sender): Promise<boolean> {
  if (tab?.id === undefined || frameId === undefined) return false;
  return run(tab.id, READER);
}

/** Reads a tab that the reader asked for by the popup; such a click lets us into that one page. */
export async function readTab(tabId: number): Promise<boolean> {
  if (!(await run(tabId, DETECTOR)) || !(await run(tabId, READER))) return false;
  return (await askPage(tabId, 'page.read', {})).ok;
}

async function run(tabId: number, file: typeof DETECTOR | typeof READER): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] });
    return true;
  } catch (error) {
    console.warn('Yandu could not read this tab:', error instanceof Error ? error.message : error);
    return false;
  }
}
