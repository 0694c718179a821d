/** From when and until when a rule says that it is in force: 本办法自2024年5月1日起施行，有效期至2029年4月30日. */
import { normaliseDate } from './dates';

const DATE = '(\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)';
const FROM = new RegExp(`自\\s*${DATE}\\s*起\\s*(?:正式)?(?:施行|实施|生效|执行)`, 'g');
const UNTIL = new RegExp(`(?:有效期(?:限)?(?:至|到)|施行至|执行至|有效期自[^。]{0,30}(?:至|到))\\s*${DATE}`, 'g');

export interface TermsOfForce {
  readonly from: string;
  readonly until: string;
}

/** What the text itself says last: other rules are cited before it, its own force stands at its end. */
export function findTermsOfForce(lines: readonly string[]): TermsOfForce {
  const text = lines.join('\n');
  return { from: lastDate(text, FROM), until: lastDate(text, UNTIL) };
}

function lastDate(text: string, form: RegExp): string {
  const found = [...text.matchAll(form)];
  return normaliseDate(found[found.length - 1]?.[1] ?? '');
}
