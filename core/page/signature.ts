/**
 * 落款: the issuing body and the date of writing at the foot of a document, each on a line of its own (GB/T 9704—2012,
 * 7.3.5). Where attachments follow on the same page it stands in the middle; the first one counts.
 */
import { normaliseDate } from './dates';

export interface Signature {
  /** Bodies that signed, in order; several sign together. */
  readonly bodies: readonly string[];
  readonly date: string;
}

const DATE_LINE =
  /^[（(]?\s*(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s*[）)]?$/;
const BODY_LINE = /^[\u4e00-\u9fff（）()、·\s]{3,40}$/;
const BODY_END =
  /(?:人民政府|政府|办公厅|办公室|委员会|委|局|厅|部|院|会|署|司|处|中心|集团|公司|领导小组|指挥部|党组|支队|总队|银行|法院|检察院|大学|学院|联合会|协会)$/;
const MOST_BODIES = 6;

/** @param lines of the body */
export function findSignature(lines: readonly string[]): Signature | null {
  for (let i = 1; i < lines.length; i++) {
    if (!DATE_LINE.test(lines[i]?.trim() ?? '')) continue;
    const bodies: string[] = [];
    for (let at = i - 1; at >= 0 && bodies.length < MOST_BODIES; at--) {
      const line = lines[at]?.trim() ?? '';
      if (!BODY_LINE.test(line) || !BODY_END.test(line.replace(/\s/g, ''))) break;
      bodies.unshift(...line.split(/[ \u3000]{2,}/).map((name) => name.replace(/\s/g, '')));
    }
    const date = normaliseDate(lines[i] ?? '');
    if (bodies.length > 0 && date) return { bodies, date };
  }
  return null;
}
