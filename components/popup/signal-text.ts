/** A signal of recognition in words. */
import { i18n } from '#i18n';
import type { Signal, SignalCode } from '../../core/page/signals';

const WORDS: Readonly<Record<SignalCode, (detail: string) => string>> = {
  'host-government': (host) => i18n.t('signalHostGovernment', [host]),
  'host-official-media': (host) => i18n.t('signalHostMedia', [host]),
  'site-id-code': (code) => i18n.t('signalSiteId', [code]),
  'meta-article-title': () => i18n.t('signalArticleTitle'),
  'meta-publication-date': () => i18n.t('signalPublication'),
  'meta-column-only': () => i18n.t('signalColumnOnly'),
  'page-type-article': () => i18n.t('signalTypeArticle'),
  'page-type-list': () => i18n.t('signalTypeList'),
  'address-article': () => i18n.t('signalAddressArticle'),
  'address-list': () => i18n.t('signalAddressList'),
  'address-home': () => i18n.t('signalAddressHome'),
  'heading-is-title': () => i18n.t('signalHeading'),
  'fact-table': (characters) => i18n.t('signalFactTable', [characters]),
  'body-container': () => i18n.t('signalContainer'),
  prose: (characters) => i18n.t('signalProse', [characters]),
  'little-prose': (characters) => i18n.t('signalLittleProse', [characters]),
  'source-line': () => i18n.t('signalSourceLine'),
  'document-number': (number) => i18n.t('signalDocNumber', [number]),
  neighbours: () => i18n.t('signalNeighbours'),
  'reading-tools': () => i18n.t('signalTools'),
  'link-rows': (count) => i18n.t('signalLinkRows', [count]),
  'dated-links': (count) => i18n.t('signalDatedLinks', [count]),
  'more-links': (count) => i18n.t('signalMoreLinks', [count]),
  'footer-site-mark': () => i18n.t('signalFooter'),
  'reader-asked': () => i18n.t('signalAsked'),
};

export function signalText({ code, detail = '' }: Signal): string {
  return WORDS[code](detail);
}
