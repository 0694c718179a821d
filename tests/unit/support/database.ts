/** Databases of their own for tests, on fake-indexeddb, and documents to put into them. */
import { onTestFinished } from 'vitest';
import { describe as describePassage } from '../../../core/annotation/selector';
import { type Claim, claimsOf } from '../../../core/document/claims';
import type { Facts } from '../../../core/page/fact';
import type { NewAnnotation } from '../../../storage/annotations';
import { YanduDatabase } from '../../../storage/schema';

let count = 0;

/** A new, empty database; deleted when the test is done. */
export function newDatabase(): YanduDatabase {
  const db = new YanduDatabase(`test-${++count}`);
  onTestFinished(() => db.delete({ disableAutoOpen: true }));
  return db;
}

export const ADDRESS = 'http://www.hanyin.gov.cn/t20230428_12.html';
export const TEXT = '一、压实防治责任。\n各镇人民政府是责任主体，于5月10日前报送名单。\n二、强化监测预警。'.repeat(6);
export const FACTS: Facts = {
  title: { value: '防治工作的通知', from: 'meta', sure: 0.95 },
  docNumber: { value: '县政办发〔2023〕12号', from: 'table', sure: 0.97 },
};
export const NOW = Date.UTC(2026, 2, 1, 12);

export interface TestDocument {
  readonly facts: Facts;
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly address: string;
}

export async function documentWith(
  more: { facts?: Facts; text?: string; address?: string } = {},
): Promise<TestDocument> {
  const document = { facts: FACTS, text: TEXT, address: ADDRESS, ...more };
  return { ...document, claims: await claimsOf(document) };
}

/** An annotation on the first place where these words stand. */
export async function annotationOn(words: string, more: Partial<NewAnnotation> = {}): Promise<NewAnnotation> {
  const start = TEXT.indexOf(words);
  const target = describePassage(TEXT, start, start + words.length);
  return { document: await documentWith(), target, colour: 1, body: '', ...more };
}
