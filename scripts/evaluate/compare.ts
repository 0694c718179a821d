/** When a fact counts as right. */
import { normaliseDate } from '../../core/page/dates';

function bareWords(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”"'‘’]/g, '');
}

export function sameWords(ours: string | undefined, label: string): boolean {
  return ours !== undefined && bareWords(ours) === bareWords(label);
}

export function sameDay(ours: string | undefined, label: string): boolean {
  const day = normaliseDate(label).slice(0, 10);
  return ours !== undefined && day !== '' && normaliseDate(ours).slice(0, 10) === day;
}
