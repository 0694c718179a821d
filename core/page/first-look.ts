/**
 * The cheap first look: host, address and meta tags, well under a millisecond. It decides whether a page is worth
 * the real work at all; it runs in the first script, on every matched page.
 */
import { authorityOfHost } from '../sites';
import { type MetaTags, readMetaTags } from './meta-tags';
import type { Authority, Signal } from './signals';

export interface FirstLook {
  readonly authority: Authority;
  readonly signals: readonly Signal[];
  /** Worth recognising in full. */
  readonly candidate: boolean;
}

const ARTICLE_ADDRESS = [
  /\/t\d{8}_\d+\.s?html?$/i, // TRS WCM
  /\/content_\d+\.html?$/i,
  /\/post_\d+\.html?$/i, // 开普云
  /\/art(?:icle)?[_/][\w/-]*\d[\w/-]*\.(?:html?|shtml|aspx|jsp)$/i, // 大汉 JCMS
  /\/\d{4}-?\d{2}\/\d{2}\//,
  /\/c\d{5,}[\w-]*\/(?:content|c\d+)/i,
  /\/\d{6,}\/\w*content\w*\.s?html?$/i,
  /\/info\/\d+\/\d+\.html?$/i, // 博达
];
const LIST_ADDRESS = [/\/index_\d+\.s?html?$/i, /\/col\/col\d+/i, /\/node_\d+/i, /\/list\w*\.(?:s?html?|aspx|jsp)$/i];
const HOME_ADDRESS = /^\/(?:(?:index|default|home|main)\.\w+)?$/i;

/** @param url of the page; a page from a file has the address it was saved from */
export function takeFirstLook(document: Document, url: URL): FirstLook {
  const meta = readMetaTags(document);
  const signals: Signal[] = [];
  const host = authorityOfHost(url.hostname);
  if (host === 'government') signals.push({ code: 'host-government', weight: 0, detail: url.hostname });
  if (host === 'official-media') signals.push({ code: 'host-official-media', weight: 0, detail: url.hostname });
  addAddress(url, signals);
  addMeta(meta, signals);
  const marked = meta.has('siteidcode');
  const authority = host === 'elsewhere' && marked ? 'government' : host;
  const home = signals.some((signal) => signal.code === 'address-home');
  return { authority, signals, candidate: meta.has('articletitle') || (authority !== 'elsewhere' && !home) };
}

function addAddress(url: URL, signals: Signal[]): void {
  if (HOME_ADDRESS.test(url.pathname)) signals.push({ code: 'address-home', weight: -4 });
  else if (ARTICLE_ADDRESS.some((shape) => shape.test(url.pathname)))
    signals.push({ code: 'address-article', weight: 2 });
  else if (LIST_ADDRESS.some((shape) => shape.test(url.pathname))) signals.push({ code: 'address-list', weight: -3 });
}

function addMeta(meta: MetaTags, signals: Signal[]): void {
  if (meta.has('siteidcode')) signals.push({ code: 'site-id-code', weight: 0, detail: meta.get('siteidcode') ?? '' });
  const published = meta.has('pubdate') || meta.has('firstpublishedtime');
  if (meta.has('articletitle')) signals.push({ code: 'meta-article-title', weight: 4 });
  else if (meta.has('columnname') || meta.has('columntype')) signals.push({ code: 'meta-column-only', weight: -2 });
  if (published) signals.push({ code: 'meta-publication-date', weight: 2 });
  if (meta.get('og:type') === 'article' || meta.has('article:published_time'))
    signals.push({ code: 'page-type-article', weight: 2 });
  const type = meta.get('pagetype');
  if (type === '1') signals.push({ code: 'page-type-article', weight: 2 });
  if (type === '2') signals.push({ code: 'page-type-list', weight: -3 });
}
