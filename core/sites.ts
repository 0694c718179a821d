/**
 * The sites where Yandu runs without being asked. The list is fixed for good: widening a required host makes Chrome
 * switch the extension off until the reader agrees again, so every other site is optional and asked for per site.
 * A test compares the built manifests with it.
 */

/** Government sites: every body of the state is bound to a name under gov.cn. */
const GOVERNMENT = ['gov.cn'] as const;

/**
 * Official media: organs of the Party and state that carry full texts of policy documents.
 * Kept short; the reason for each stands beside it.
 */
const OFFICIAL_MEDIA = [
  'people.com.cn', // 人民网
  'xinhuanet.com', // 新华网, older addresses
  'news.cn', // 新华网, newer addresses
  'qstheory.cn', // 求是网
  'gmw.cn', // 光明网
  'ce.cn', // 经济日报 · 中国经济网
  'cctv.com', // 央视网
  'cnr.cn', // 央广网
  'china.com.cn', // 中国网 (国务院新闻办 press conferences)
  'chinanews.com.cn', // 中国新闻网
  'banyuetan.org', // 半月谈
  '12371.cn', // 共产党员网
  'wenming.cn', // 中国文明网
  'xuexi.cn', // 学习强国
] as const;

/** Registrable domains whose pages Yandu reads by default, with the authority each gives a page. */
export const KNOWN_DOMAINS: ReadonlyMap<string, 'government' | 'official-media'> = new Map([
  ...GOVERNMENT.map((domain) => [domain, 'government'] as const),
  ...OFFICIAL_MEDIA.map((domain) => [domain, 'official-media'] as const),
]);

/** Match patterns of the manifest: the required hosts. Firefox knows no ports in them, so there are none. */
export const REQUIRED_MATCHES: readonly string[] = [...KNOWN_DOMAINS.keys()].map((domain) => `*://*.${domain}/*`);

/**
 * Names that only bodies of a state can have: .gov and .mil, the second level that a country keeps for its government,
 * and the few governments that live under one name of their own.
 */
const STATE_HOST =
  /(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|gob\.[a-z]{2}|gouv\.(?:fr|qc\.ca|[a-z]{2})|govt\.nz|go\.(?:jp|kr|th|id|ke)|gv\.at|admin\.ch|bund\.de|europa\.eu|gc\.ca|canada\.ca|government\.nl|regering\.se|gov\.scot|gov\.wales)$/;

/**
 * The authority that a host name alone gives a page.
 * @param hostname as in `URL.hostname`: lower case, no port
 */
export function authorityOfHost(hostname: string): 'government' | 'official-media' | 'elsewhere' {
  const labels = hostname.split('.');
  for (let i = 0; i < labels.length - 1; i++) {
    const known = KNOWN_DOMAINS.get(labels.slice(i).join('.'));
    if (known) return known;
  }
  return STATE_HOST.test(hostname) ? 'government' : 'elsewhere';
}
