/** Why something failed, in a sentence that says what to do. */
import { i18n } from '#i18n';
import type { FailureReason } from '../../core/messages';

export function problemText(reason: FailureReason): string {
  return {
    refused: i18n.t('problemRefused'),
    'newer-database': i18n.t('problemNewerDatabase'),
    'storage-full': i18n.t('problemStorageFull'),
    'storage-failed': i18n.t('problemStorageFailed'),
    'not-found': i18n.t('problemNotFound'),
    unreachable: i18n.t('problemUnreachable'),
  }[reason];
}
