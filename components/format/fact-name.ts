/** What a fact is called, in the panel and in every export. */
import { i18n } from '#i18n';
import type { FactName } from '../../core/page/fact';

export function factName(name: FactName): string {
  const names: Readonly<Record<FactName, () => string>> = {
    title: () => i18n.t('factTitle'),
    subtitle: () => i18n.t('factSubtitle'),
    author: () => i18n.t('factAuthor'),
    source: () => i18n.t('factSource'),
    issuingBody: () => i18n.t('factIssuingBody'),
    docNumber: () => i18n.t('factDocNumber'),
    publishedAt: () => i18n.t('factPublishedAt'),
    writtenAt: () => i18n.t('factWrittenAt'),
    effectiveAt: () => i18n.t('factEffectiveAt'),
    expiresAt: () => i18n.t('factExpiresAt'),
    validity: () => i18n.t('factValidity'),
    indexNumber: () => i18n.t('factIndexNumber'),
    topic: () => i18n.t('factTopic'),
    keywords: () => i18n.t('factKeywords'),
    column: () => i18n.t('factColumn'),
    site: () => i18n.t('factSite'),
  };
  return names[name]();
}
