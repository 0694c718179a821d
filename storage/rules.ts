/**
 * Where the reader has overruled us: sites switched off or on, pages that are or are not articles. Kept in
 * storage.local, which scripts in pages can read without waking the worker on every page.
 */
import { browser } from 'wxt/browser';
import { normaliseAddress } from '../core/document/address';

const KEY = 'rules';
const VERSION = 1;

export type SiteRule = 'off' | 'on';
export type PageRule = 'off' | 'article';

export interface Rules {
  readonly version: typeof VERSION;
  /** By host name. */
  readonly sites: Readonly<Record<string, SiteRule>>;
  /** By normalised address. */
  readonly pages: Readonly<Record<string, PageRule>>;
}

const SITE_RULES: readonly SiteRule[] = ['off', 'on'];
const PAGE_RULES: readonly PageRule[] = ['off', 'article'];

const NONE: Rules = { version: VERSION, sites: {}, pages: {} };

/** What the reader decided for one page. */
export interface RulesHere {
  readonly site: SiteRule | null;
  readonly page: PageRule | null;
}

export async function readRules(): Promise<Rules> {
  return parseRules((await browser.storage.local.get(KEY))[KEY]);
}

/** By hand: a schema library would be a twentieth of what every article loads. A damaged rule is left out, the rest holds. */
function parseRules(stored: unknown): Rules {
  if (!isRecord(stored) || stored.version !== VERSION) return NONE;
  return { version: VERSION, sites: pick(stored.sites, SITE_RULES), pages: pick(stored.pages, PAGE_RULES) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function pick<R extends string>(stored: unknown, allowed: readonly R[]): Record<string, R> {
  if (!isRecord(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) => {
      const rule = allowed.find((known) => known === value);
      return rule === undefined ? [] : [[key, rule]];
    }),
  );
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
