/** How near a body is to the gold one: shingles of 4 characters, white space removed, and both edges. */

const SHINGLE = 4;
const EDGE = 15;
/** An edge counts as right when its gold characters stand within so many characters of ours. */
const EDGE_SLACK = 8;

export interface BodyScore {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
  readonly startRight: boolean;
  readonly endRight: boolean;
}

export function bare(text: string): string {
  return text.replace(/[\s\u200b-\u200f\ufeff]+/g, '');
}

function shingles(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + SHINGLE <= text.length; i++) {
    const piece = text.slice(i, i + SHINGLE);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

export function scoreBody(ours: string, gold: string): BodyScore {
  const a = bare(ours);
  const b = bare(gold);
  const found = shingles(a);
  const wanted = shingles(b);
  let shared = 0;
  for (const [piece, count] of wanted) shared += Math.min(count, found.get(piece) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const precision = total(found) ? shared / total(found) : 0;
  const recall = total(wanted) ? shared / total(wanted) : 1;
  const f = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  const start = a.indexOf(b.slice(0, EDGE));
  const end = a.lastIndexOf(b.slice(-EDGE));
  return {
    precision,
    recall,
    f,
    startRight: start >= 0 && start <= EDGE_SLACK,
    endRight: end >= 0 && a.length - (end + Math.min(EDGE, b.length)) <= EDGE_SLACK,
  };
}
