/** Chooses among the senses of one label by place, time and the words nearby; where nothing speaks for one, none is chosen. */
import type { Concept, Sense } from './pack';

export interface SenseContext {
  /** Text around the term, and what the page says of its place: site name, source, title. */
  readonly nearby: string;
  readonly place: string;
  /** Date of the article, `YYYY-MM-DD`, when known. */
  readonly date?: string;
}

/** @returns the sense, or null when none is possible, or several are and nothing tells which */
export function chooseSense(concept: Concept, context: SenseContext): Sense | null {
  const possible = concept.senses.filter((sense) => isOfTime(sense, context.date));
  const [only, ...others] = possible;
  if (only && others.length === 0) return only;
  const scored = possible.map((sense) => ({ sense, score: scoreSense(sense, context) }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score > (second?.score ?? 0) ? best.sense : null;
}

/** Dates are as exact as their sources: a sense that ended in 2020 holds to the end of that year. */
function isOfTime({ when }: Sense, date: string | undefined): boolean {
  if (!date) return true;
  if (when?.from && date < when.from) return false;
  return !when?.until || date.slice(0, when.until.length) <= when.until;
}

function scoreSense({ when, regions }: Sense, { nearby, place }: SenseContext): number {
  const near = when?.near?.filter((word) => nearby.includes(word)).length ?? 0;
  const places = [...(when?.regions ?? []), ...(regions ?? [])];
  const here = places.some((region) => place.includes(region) || nearby.includes(region)) ? 2 : 0;
  return near * 2 + here;
}
