import { describe, expect, test } from 'vitest';
import * as safe from '../../../../core/dom/safe';
import { clobberedPage } from '../../support/clobber';

const page = clobberedPage();
const form = page.forms[0] as HTMLFormElement;

const READS: [what: string, read: (node: Element) => unknown, value: unknown][] = [
  ['parentNode', safe.parentNode, page.body],
  ['parentElement', safe.parentElement, page.body],
  ['firstChild', safe.firstChild, form.querySelector('input')],
  ['nextSibling', safe.nextSibling, page.getElementById('after')],
  ['nodeType', safe.nodeType, 1],
  ['tagName', safe.tagName, 'form'],
  ['isElement', safe.isElement, true],
  ['isText', safe.isText, false],
  ['attribute', (element) => safe.attribute(element, 'class'), 'aspnet'],
  ['an attribute that is not there', (element) => safe.attribute(element, 'style'), null],
  ['textContent', (element) => safe.textContent(element)?.replace(/\s/g, ''), '甲乙'],
];

describe('a read that a page cannot bend', () => {
  test('is needed: a plain read gives what the page put there', () => {
    expect(form.parentNode).toBe(form.querySelector('[name=parentNode]'));
  });

  test.each(READS)('%s', (_, read, value) => expect(read(form)).toBe(value));

  test('tells nodes that are no elements', () => {
    const text = page.getElementById('after')?.firstChild as Text;
    expect([safe.tagName(text), safe.isText(text), safe.isElement(text)]).toEqual(['', true, false]);
    expect(safe.parentElement(page.documentElement)).toBeNull();
  });
});
