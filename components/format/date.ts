/** Dates for readers: as exact as the source, in the order of their language. */
import { i18n } from '#i18n';

/** @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with or without a time behind it */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  if (day && month) return i18n.t('dateDay', [year, String(Number(month)), String(Number(day))]);
  if (month) return i18n.t('dateMonth', [year, String(Number(month))]);
  return i18n.t('dateYear', [year]);
}

/** Today as `YYYY-MM-DD` on the reader's clock. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
