// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { describe as describePassage } from '../../../core/annotation/selector';
import { LONGEST_TEXT, MESSAGE_VERSION, seal } from '../../../core/envelope';
import {
  BACKGROUND_REQUESTS,
  type BackgroundInput,
  type BackgroundRequest,
  PAGE_REQUESTS,
  type PageInput,
  type PageRequest,
  parseRequest,
  SENDERS,
} from '../../../core/messages';
import type { Facts } from '../../../core/page/fact';

const ID = '018f4b6e-7c2a-7abc-8def-0123456789ab';
const TEXT = '做好碳达峰、碳中和工作。';
const facts: Facts = {
  title: { value: '通知', from: 'meta', sure: 0.95 },
  docNumber: { value: '国发〔2021〕23号', from: 'table', sure: 1 },
};
const target = describePassage(TEXT, 2, 5);
const document = { facts, text: TEXT };

/** A good payload for each request. The type lets none be forgotten. */
const TO_BACKGROUND: { [K in BackgroundRequest]: BackgroundInput<K> } = {
  'page.candidate': {},
  'page.changed': {},
  'page.read-tab': { tabId: 7 },
  'article.opened': { facts, text: TEXT },
  'terms.match': { text: TEXT },
  'terms.explain': { conceptId: 'tan-da-feng' },
  'annotation.create': { document, target, colour: 1, body: '要办' },
  'annotation.update': { id: ID, colour: 5, body: '' },
  'annotation.delete': { id: ID },
  'operation.undo': { operationId: ID },
  'document.correct': { document, name: 'docNumber', value: '国发〔2021〕24号' },
  'site.enable': { host: 'www.example.org' },
  'panel.open': { edit: ID },
};
const TO_PAGE: { [K in PageRequest]: PageInput<K> } = {
  'page.state': {},
  'page.read': {},
  'page.text': {},
  'page.reveal': { annotationId: ID },
  'page.load-all': {},
  'page.annotations-changed': { documentId: ID },
  'page.correct': { name: 'title', value: '通知' },
};

const REQUESTS = [
  ...Object.entries(TO_BACKGROUND).map(([type, payload]) => ({ type, payload, schemas: BACKGROUND_REQUESTS })),
  ...Object.entries(TO_PAGE).map(([type, payload]) => ({ type, payload, schemas: PAGE_REQUESTS })),
];
const FIELDS = REQUESTS.flatMap(({ type, payload, schemas }) =>
  Object.keys(payload).map((field) => ({ type, payload: payload as Record<string, unknown>, field, schemas })),
);

/** Fields that may be left out, and fields that may be null. */
const OPTIONAL = new Set(['annotation.update colour', 'annotation.update body', 'panel.open edit']);
const NULLABLE = new Set(['document.correct value', 'page.correct value']);

const accepts = (schemas: typeof BACKGROUND_REQUESTS | typeof PAGE_REQUESTS, type: string, payload: unknown) =>
  parseRequest(schemas, JSON.parse(JSON.stringify(seal(type, payload)))).ok;

describe('a request', () => {
  test.each(REQUESTS)('$type is understood', ({ type, payload, schemas }) => {
    expect(parseRequest(schemas, seal(type, payload))).toEqual({ ok: true, request: { type, payload } });
  });

  test.each(REQUESTS)('$type with a field that nobody knows is refused', ({ type, payload, schemas }) => {
    expect(accepts(schemas, type, { ...payload, script: 'alert(1)' })).toBe(false);
  });

  test.each(REQUESTS)('$type of no object is refused', ({ type, schemas }) => {
    for (const payload of [null, undefined, 'text', 7, true]) expect(accepts(schemas, type, payload)).toBe(false);
  });

  test.each(FIELDS)('$type without $field', ({ type, payload, field, schemas }) => {
    const { [field]: _, ...rest } = payload;
    expect(accepts(schemas, type, rest)).toBe(OPTIONAL.has(`${type} ${field}`));
  });

  test.each(FIELDS)('$type with $field of another kind is refused', ({ type, payload, field, schemas }) => {
    for (const wrong of [[7], true, { a: 1 }, typeof payload[field] === 'number' ? '1' : 1.5])
      expect(accepts(schemas, type, { ...payload, [field]: wrong }), JSON.stringify(wrong)).toBe(false);
    expect(accepts(schemas, type, { ...payload, [field]: null })).toBe(NULLABLE.has(`${type} ${field}`));
  });
});

const WITH_FACT = (fact: object) => ({ facts: { title: fact }, text: TEXT });
const create = TO_BACKGROUND['annotation.create'];
const WITH_TARGET = (quote: object, position: object = {}) => ({
  ...create,
  target: { quote: { ...target.quote, ...quote }, position: { ...target.position, ...position } },
});

const REFUSED: [what: string, type: BackgroundRequest, payload: unknown][] = [
  ['an empty id', 'annotation.delete', { id: '' }],
  ['an id without end', 'annotation.delete', { id: 'a'.repeat(65) }],
  ['a sixth colour', 'annotation.create', { ...create, colour: 6 }],
  ['a note without end', 'annotation.create', { ...create, body: '长'.repeat(100_001) }],
  ['a text without end', 'terms.match', { text: '长'.repeat(LONGEST_TEXT + 1) }],
  ['a fact that nobody knows', 'article.opened', { facts: { price: facts.title }, text: TEXT }],
  ['a fact without its value', 'article.opened', WITH_FACT({ from: 'meta', sure: 0.9 })],
  ['a fact from nowhere', 'article.opened', WITH_FACT({ value: '甲', from: 'guess', sure: 0.9 })],
  ['a fact that is more than sure', 'article.opened', WITH_FACT({ value: '甲', from: 'meta', sure: 1.1 })],
  ['a fact without end', 'article.opened', WITH_FACT({ value: '长'.repeat(501), from: 'meta', sure: 0.9 })],
  [
    'a fact with something hidden in it',
    'article.opened',
    WITH_FACT({ value: '甲', from: 'meta', sure: 0.9, html: '' }),
  ],
  ['a quote of nothing', 'annotation.create', WITH_TARGET({ exact: '' })],
  ['a quote of everything', 'annotation.create', WITH_TARGET({ exact: '长'.repeat(100_001) })],
  ['a selector of another kind', 'annotation.create', WITH_TARGET({ type: 'XPathSelector' })],
  ['surroundings without end', 'annotation.create', WITH_TARGET({ prefix: '长'.repeat(201) })],
  ['a place before the text', 'annotation.create', WITH_TARGET({}, { start: -1 })],
  ['a place between characters', 'annotation.create', WITH_TARGET({}, { start: 1.5 })],
  ['a fact to correct that nobody knows', 'document.correct', { document, name: 'price', value: '1' }],
  ['an empty correction', 'document.correct', { document, name: 'title', value: '' }],
  ['a host that is an address', 'site.enable', { host: 'https://www.example.org/' }],
  ['a host of everything', 'site.enable', { host: '*' }],
];

const good = seal('page.candidate', {});
const NO_REQUEST: [what: string, message: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'page.candidate'],
  ['a list', [good]],
  ['a message of another extension', { type: 'page.candidate', payload: {} }],
  ['an older version', { ...good, yandu: MESSAGE_VERSION - 1 }],
  ['a newer version', { ...good, yandu: MESSAGE_VERSION + 1 }],
  ['a version in words', { ...good, yandu: String(MESSAGE_VERSION) }],
  ['no type', { yandu: MESSAGE_VERSION, payload: {} }],
  ['no payload', { yandu: MESSAGE_VERSION, type: 'page.candidate' }],
  ['something beside the payload', { ...good, sender: 'extension' }],
  ['a request that nobody knows', { ...good, type: 'page.erase' }],
  ['a request of the other side', { ...good, type: 'page.state' }],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''].map((type): [string, unknown] => [
    `the type “${type}”`,
    { ...good, type },
  ]),
];

describe('a message', () => {
  test.each(REFUSED)('with %s is refused', (_, type, payload) => {
    expect(accepts(BACKGROUND_REQUESTS, type, payload)).toBe(false);
  });

  test.each(NO_REQUEST)('that is %s is refused, with a word for the log', (_, message) => {
    const parsed = parseRequest(BACKGROUND_REQUESTS, message);
    expect(parsed.ok ? '' : parsed.why).toMatch(/\w/);
  });

  test('brings no prototype along', () => {
    const sent: unknown = JSON.parse('{"yandu":1,"type":"page.candidate","payload":{"__proto__":{"admin":true}}}');
    const parsed = parseRequest(BACKGROUND_REQUESTS, sent);
    expect(parsed.ok && Object.keys(parsed.request.payload)).toEqual(parsed.ok ? [] : false);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('is named in the log, but never quoted at length', () => {
    const parsed = parseRequest(BACKGROUND_REQUESTS, { ...good, type: '长'.repeat(5000) });
    expect(parsed.ok ? '' : parsed.why.length).toBeLessThan(100);
  });
});

describe('senders', () => {
  test('are named for every request to the background', () => {
    expect(Object.keys(SENDERS).sort()).toEqual(Object.keys(BACKGROUND_REQUESTS).sort());
  });

  test('in pages may neither choose tabs nor give themselves sites', () => {
    expect([SENDERS['page.read-tab'], SENDERS['site.enable']]).toEqual(['extension', 'extension']);
  });
});
