/** The verdict in words; a reason for silence that has none is a compile error. */
import { i18n } from '#i18n';
import type { PageState, SilentReason } from '../../core/messages';
import type { PageKind } from '../../core/page/signals';

export function verdictText({ recognition, article, silent }: PageState): string {
  if (article || silent === null) return i18n.t('popupArticle');
  const words: Readonly<Record<SilentReason, () => string>> = {
    'not-article': () => kindText(recognition.kind),
    'switched-off': () => i18n.t('popupSwitchedOff'),
    'too-large': () => i18n.t('popupTooLarge'),
    'no-body': () => i18n.t('popupNoBody'),
    'pictures-only': () => i18n.t('popupPicturesOnly'),
    'files-only': () => i18n.t('popupFilesOnly'),
    failed: () => i18n.t('popupFailed'),
    reading: () => i18n.t('popupReading'),
  };
  return words[silent]();
}

function kindText(kind: PageKind): string {
  const words: Readonly<Record<PageKind, () => string>> = {
    article: () => i18n.t('popupOther'),
    list: () => i18n.t('popupList'),
    home: () => i18n.t('popupHome'),
    other: () => i18n.t('popupOther'),
  };
  return words[kind]();
}
