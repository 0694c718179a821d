// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { chooseSense, type SenseContext } from '../../../../core/glossary/choose-sense';
import type { Concept } from '../../../../core/glossary/pack';
import { conceptOf, nationalPack, senseOf } from '../../support/packs';

const national = new Map(nationalPack().concepts.map((concept) => [concept.id, concept]));

function glossOf(concept: Concept | undefined, context: Partial<SenseContext>): string | null | undefined {
  const sense = concept && chooseSense(concept, { nearby: '', place: '', ...context });
  return sense && (sense.gloss ?? sense.labels.preferred);
}

/** What stands round a term of the glossary that ships, and the sense that it must get; null: the card shows all. */
const CASES: [term: string, context: Partial<SenseContext>, gloss: string | null][] = [
  ['san-quan-fen-zhi', { nearby: '推进农村承包地“三权分置”，放活土地经营权' }, '承包地'],
  ['san-quan-fen-zhi', { nearby: '探索宅基地“三权分置”，盘活闲置农房' }, '宅基地'],
  ['san-quan-fen-zhi', { nearby: '建立数据产权“三权分置”运行机制', date: '2023-05-01' }, '数据产权'],
  ['san-quan-fen-zhi', { nearby: '稳步推进“三权分置”改革试点' }, null],
  ['san-quan-fen-zhi', { nearby: '稳步推进“三权分置”改革试点', date: '2022-02-10' }, null],
  ['san-quan-fen-zhi', { nearby: '稳步推进“三权分置”改革试点', date: '2017-03-01' }, '承包地'],
  ['san-quan-fen-zhi', { nearby: '宅基地制度和数据管理', date: '2020-01-01' }, '宅基地'],
  ['wu-ge-bi-xu', { nearby: '严明政治纪律和政治规矩，做到“五个必须”' }, '政治纪律'],
  ['wu-ge-bi-xu', { nearby: '深化对经济工作的规律性认识，做到“五个必须”', date: '2026-01-05' }, '经济工作'],
  ['wu-ge-bi-xu', { nearby: '做到“五个必须”', date: '2016-01-05' }, '政治纪律'],
  ['yi-shi-yi-yi', { nearby: '村民筹资筹劳，一事一议' }, '村级公益事业'],
  ['yi-shi-yi-yi', { nearby: '采取“定制式”方案一事一议解决个性问题' }, '个案研究'],
  ['wu-xiang-yao-qiu', { nearby: '“五个扎实”“五项要求”', place: '陕西省人民政府' }, '陕西'],
  ['wu-ge-zha-shi', { nearby: '落实“五个扎实”' }, '陕西'],
  ['dang-he-guo-jia-ji-gou-gai-ge-2023', { nearby: '深化党和国家机构改革', date: '2023-04-01' }, '2023年'],
  ['dang-he-guo-jia-ji-gou-gai-ge-2023', { nearby: '深化党和国家机构改革', date: '2018-04-01' }, null],
];

const TWO = conceptOf(
  'liang-ge',
  senseOf({ labels: ['两个'] }, { gloss: '陕西', regions: ['陕西'], when: { until: '2020' } }),
  senseOf({ labels: ['两个'] }, { gloss: '安康', when: { regions: ['安康'], near: ['富硒'] } }),
);

const RULES: [what: string, context: Partial<SenseContext>, gloss: string | null][] = [
  ['the site names the region', { place: '安康市人民政府' }, '安康'],
  ['the text names the region', { nearby: '在陕西落实' }, '陕西'],
  ['both regions named', { nearby: '陕西安康' }, null],
  ['both regions and a word of one', { nearby: '陕西安康富硒产业' }, '安康'],
  ['the region of one and a word of the other', { nearby: '陕西富硒产业' }, null],
  ['the year it ended, still', { nearby: '在陕西', date: '2020-12-31' }, '陕西'],
  ['after it ended', { nearby: '在陕西安康', date: '2021-01-01' }, '安康'],
  ['nothing', {}, null],
];

describe('choosing a sense', () => {
  test.each(CASES)('%s %o: %s', (id, context, gloss) => {
    expect(national.has(id)).toBe(true);
    expect(glossOf(national.get(id), context)).toBe(gloss);
  });

  test.each(RULES)('%s', (_, context, gloss) => expect(glossOf(TWO, context)).toBe(gloss));
});
