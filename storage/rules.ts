/**
 * Where the reader has overruled us: sites switched off or on, pages that are or are not articles. Kept in
 * storage.local, which scripts in pages can read without waking the worker on every page.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { normaliseAddress } from '../core/document/address';

const KEY = 'rules';
const VERSION = 1;

const rulesSchema = v.object({
  version: v.literal(VERSION),
  /** By host name. */
  sites: v.record(v.string(), v.picklist(['off', 'on'])),
  /** By normalised address. */
  pages: v.record(v.string(), v.picklist(['off', 'article'])),
});

export type Rules = v.InferOutput<typeof rulesSchema>;
export type SiteRule = Rules['sites'][string];
export type PageRule = Rules['pages'][string];

const NONE: Rules = { version: VERSION, sites: {}, pages: {} };

/** What the reader decided for one page. */
export interface RulesHere {
  readonly site: SiteRule | null;
  readonly page: PageRule | null;
}

export async function readRules(): Promise<Rules> {
  const parsed = v.safeParse(rulesSchema, (await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.output : NONE;
}

export function rulesFor(rules: Rules, address: string): RulesHere {
  const host = new URL(address).hostname;
  const page = normaliseAddress(address);
  return {
    site: Object.hasOwn(rules.sites, host) ? (rules.sites[host] ?? null) : null,
    page: page !== null && Object.hasOwn(rules.pages, page) ? (rules.pages[page] ?? null) : null,
  };
}

/** @param rule null lets our own judgement stand again */
export async function setSiteRule(host: string, rule: SiteRule | null): Promise<void> {
  const { sites, ...rest } = await readRules();
  await browser.storage.local.set({ [KEY]: { ...rest, sites: withRule(sites, host, rule) } });
}

/** @param rule null lets our own judgement stand again */
export async function setPageRule(address: string, rule: PageRule | null): Promise<void> {
  const page = normaliseAddress(address);
  if (page === null) return;
  const { pages, ...rest } = await readRules();
  await browser.storage.local.set({ [KEY]: { ...rest, pages: withRule(pages, page, rule) } });
}

function withRule<R extends string>(
  rules: Readonly<Record<string, R>>,
  key: string,
  rule: R | null,
): Record<string, R> {
  const others = Object.entries(rules).filter(([name]) => name !== key);
  return Object.fromEntries(rule === null ? others : [...others, [key, rule]]);
}

/** Calls back whenever the rules change, until the signal aborts. */
export function onRulesChanged(act: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) act();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged?.removeListener(listener), { once: true });
}
