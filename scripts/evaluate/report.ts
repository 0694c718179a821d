/** The report for people: a table of kinds with Readability alone beside us, the misses, the thresholds. */
import type { BodyScore } from './body-score';
import { sameDay, sameWords } from './compare';
import type { Judged, Judgement } from './judge';

export function report({ judged, thresholds, misses }: Judgement): string {
  const kinds = [...new Set(judged.map(({ page }) => page.kind))];
  const out = [
    `${'kind'.padEnd(24)} pages article   F   edges | Readability alone: F  edges title date source`,
    ...kinds.map((kind) => kindLine(kind, judged)),
    '',
    ...misses,
    '',
    ...thresholds.map(
      ({ name, value, least }) =>
        `${value >= least ? '✓' : '✗'} ${name}: ${value.toFixed(3)} (at least ${least.toFixed(3)})`,
    ),
  ];
  return out.join('\n');
}

function kindLine(kind: string, judged: readonly Judged[]): string {
  const of = judged.filter(({ page }) => page.kind === kind);
  const bodies = of.flatMap(({ body }) => (body ? [body] : []));
  const mean = (values: number[]) =>
    values.length ? (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3) : '    –';
  const edges = (scores: BodyScore[]) =>
    scores.length ? `${scores.filter((score) => score.startRight && score.endRight).length}/${scores.length}` : '–';
  const count = (label: 'title' | 'publishedAt' | 'source') => {
    const labelled = of.filter(({ page, bare }) => page[label] && bare);
    const right = labelled.filter(({ page, bare }) =>
      label === 'publishedAt' ? sameDay(bare?.[label], page[label] ?? '') : sameWords(bare?.[label], page[label] ?? ''),
    );
    return `${right.length}/${labelled.length}`;
  };
  const articles = of.filter(({ reading }) => reading.recognition.kind === 'article').length;
  return (
    `${kind.padEnd(24)} ${String(of.length).padStart(5)} ${String(articles).padStart(7)} ` +
    `${mean(bodies.map(({ ours }) => ours.f))} ${edges(bodies.map(({ ours }) => ours)).padStart(5)} | ` +
    `${mean(bodies.map(({ bare }) => bare.f)).padStart(20)} ${edges(bodies.map(({ bare }) => bare)).padStart(5)} ` +
    `${count('title')} ${count('publishedAt')} ${count('source')}`
  );
}
