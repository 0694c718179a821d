import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scrubClone } from '../../../../core/page/scrub';
import { collectSurvivors, commonRoot, numberClone, withAncestors } from '../../../../core/page/survivors';
import { clobber, clobberedPage } from '../../support/clobber';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const bodyOf = (html: string) => parse(`<!DOCTYPE html><body>${html}</body>`);
const cloneOf = (page: Document) => page.cloneNode(true) as Document;

const SCRUBBED: [what: string, html: string, left: string][] = [
  ['names and ids of controls', '<input name="parentNode" id="children" type="text">', '<input type="text">'],
  ['names of forms', '<form name="aspnetForm" id="f"><p>甲</p></form>', '<form><p>甲</p></form>'],
  ['names of pictures and links', '<img name="body"><a name="top">甲</a>', '<img><a>甲</a>'],
  ['links that run', '<a href=" JavaScript:void(0)">甲</a>', '<a>甲</a>'],
  ['scripts and styles', '<script>1</script><style>p{}</style><p>甲</p><noscript>乙</noscript>', '<p>甲</p>'],
  ['embedded things', '<embed src="b"><object data="c"></object>', ''],
  ['no link that leads somewhere', '<a href="/a.html">甲</a>', '<a href="/a.html">甲</a>'],
  ['no id of what is not named', '<div id="zoom"><p id="p1">甲</p></div>', '<div id="zoom"><p id="p1">甲</p></div>'],
];

describe('scrubbing', () => {
  test.each(SCRUBBED)('takes off %s', (_, html, left) => {
    const clone = bodyOf(html);
    scrubClone(clone);
    expect(clone.body.innerHTML).toBe(left);
  });

  test('leaves no control that stands in for a property of its form', () => {
    const clone = parse(readFileSync('tests/pages/county-form.html', 'utf8'));
    scrubClone(clone);
    expect(clone.querySelectorAll('form [name], form [id]:is(input, select, button)')).toHaveLength(0);
    expect(clone.querySelectorAll('p')).toHaveLength(5);
  });
});

describe('numbering', () => {
  test('gives each element of the clone its live twin', () => {
    const page = parse(readFileSync('tests/pages/county-form.html', 'utf8'));
    const clone = cloneOf(page);
    const twins = numberClone(page, clone);
    const live = [...page.querySelectorAll('*')];
    expect(twins).toEqual(live);
    [...clone.querySelectorAll('*')].forEach((element, i) => {
      expect(element.hasAttribute(`data-y${i}`)).toBe(true);
    });
  });

  test('is not led astray by controls named like properties', () => {
    const page = clobberedPage();
    const clone = cloneOf(page);
    clobber(clone);
    expect(numberClone(page, clone).map((element) => element.tagName)).toEqual(
      [...page.documentElement.ownerDocument.getElementsByTagName('*')].map((element) => element.tagName),
    );
  });
});

describe('survivors', () => {
  const page = bodyOf(
    '<div id="a"><div id="b"><p id="c">甲</p><p id="d">乙</p></div><p id="e">丙</p></div><p id="f">丁</p>',
  );
  const byId = (...ids: string[]) =>
    new Set(ids.map((id) => page.getElementById(id)).filter((found) => found !== null));

  test('are found in what Readability made, also where it merged two elements', () => {
    const twins = [...page.querySelectorAll('*')];
    const number = (id: string) => twins.findIndex((element) => element.id === id);
    const article = bodyOf(
      `<div><p data-y${number('c')}="">甲</p><section data-y${number('d')} data-y${number('e')}></section><p data-y999>戊</p><p>己</p></div>`,
    ).body;
    expect(collectSurvivors(article, twins)).toEqual(byId('c', 'd', 'e'));
  });

  test.each([
    [['c', 'd'], 'b'],
    [['c', 'e'], 'a'],
    [['c'], 'c'],
    [['b', 'c'], 'b'],
  ])('%s have as root %s', (ids, root) => expect(commonRoot(byId(...ids))?.id).toBe(root));

  test('of both sides of a page have its body, none have nothing', () => {
    expect(commonRoot(byId('c', 'f'))).toBe(page.body);
    expect(commonRoot(new Set())).toBeNull();
  });

  test('bring what is above them', () => {
    expect(withAncestors(byId('c', 'd'))).toEqual(
      new Set([...byId('a', 'b', 'c', 'd'), page.body, page.documentElement]),
    );
  });
});
