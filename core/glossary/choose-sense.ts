/** Chooses among the senses of one label by place, time and the words nearby; where nothing speaks for one, none is chosen. */
import type { Concept, Sense } from './pack';

export interface SenseContext {
  /** Text around the term, and what the page says of its place: site name, source, title. */
  readonly nearby: string;
  readonly place: string;
  /** Date of the article, `YYYY-MM-DD`, when known. */
  readonly date?: string;
}

/** @returns the sense, or null when several are possible and nothing tells which */
export function chooseSense(concept: Concept, context: SenseContext): Sense | null {
  const [only, ...others] = concept.senses;
  if (only && others.length === 0) return only;
  const scored = concept.senses.map((sense) => ({ sense, score: scoreSense(sense, context) }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.sense : null;
}

function scoreSense({ when, regions }: Sense, context: SenseContext): number {
  const { nearby, place, date } = context;
  if (date && when?.until && date > when.until && date.slice(0, when.until.length) !== when.until) return -1;
  if (date && when?.from && date < when.from) return -1;
  const near = when?.near?.filter((word) => nearby.includes(word)).length ?? 0;
  const places = [...(when?.regions ?? []), ...(regions ?? [])];
  const here = places.some((region) => place.includes(region) || nearby.includes(region)) ? 2 : 0;
  return near * 2 + here;
}
