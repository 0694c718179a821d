import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listTexts } from '../../../../core/page/page-texts';
import { scrubClone } from '../../../../core/page/scrub';
import {
  collectSurvivors,
  commonRoot,
  type NumberedClone,
  numberClone,
  withAncestors,
} from '../../../../core/page/survivors';
import { runSteps } from '../../../../core/steps';
import { clobber } from '../../support/clobber';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const bodyOf = (html: string) => parse(`<!DOCTYPE html><body>${html}</body>`);
const cloneOf = (page: Document) => page.cloneNode(true) as Document;

function numbersOf(page: Document, clone: Document): NumberedClone {
  const numbered = runSteps(numberClone(listTexts(page), clone));
  if (!numbered) throw new Error('the clone is not of this page');
  return numbered;
}

const SCRUBBED: [what: string, html: string, left: string][] = [
  ['names and ids of controls', '<input name="parentNode" id="children" type="text">', '<input type="text">'],
  ['names of forms', '<form name="aspnetForm" id="f"><p>甲</p></form>', '<form><p>甲</p></form>'],
  ['names of pictures and links', '<img name="body"><a name="top">甲</a>', '<img><a>甲</a>'],
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

  test('is not stopped by a control named like what it calls', () => {
    const clone = bodyOf('<form name="f"><input name="removeAttribute"><input name="getAttribute"></form>');
    clobber(clone);
    scrubClone(clone);
    expect(clone.body.innerHTML).toBe('<form><input><input></form>');
  });

  test('leaves no control that stands in for a property of its form', () => {
    const clone = parse(readFileSync('tests/pages/county-form.html', 'utf8'));
    scrubClone(clone);
    expect(clone.querySelectorAll('form [name], form [id]:is(input, select, button)')).toHaveLength(0);
    expect(clone.querySelectorAll('p')).toHaveLength(5);
  });
});

describe('numbering', () => {
  test('gives what holds words of its own its live twin', () => {
    const page = bodyOf('<div id="a"><p id="b"> <b id="c">甲</b> </p>乙<section id="d">丙<br></section></div>');
    const clone = cloneOf(page);
    const { live, twins } = numbersOf(page, clone);
    expect(live.map(({ id }) => id)).toEqual(['c', 'a', 'd']);
    expect(twins.map(({ id }) => id)).toEqual(['c', 'a', 'd']);
    expect(clone.body.innerHTML).toBe(
      '<div id="a" data-y="1"><p id="b"> <b id="c" data-y="0">甲</b> </p>乙<section id="d" data-y="2">丙<br></section></div>',
    );
  });

  test.each([
    ['another text', (page: Document) => page.querySelector('b')?.append('丁')],
    ['one text less', (page: Document) => page.querySelector('b')?.remove()],
    ['one text more', (page: Document) => page.querySelector('b')?.before('丁')],
  ])('sees that the page has %s since its texts were listed', (_, change) => {
    const page = bodyOf('<p>甲<b>乙</b></p><p>丙</p>');
    const texts = listTexts(page);
    change(page);
    expect(runSteps(numberClone(texts, cloneOf(page)))).toBeNull();
  });

  test('is not led astray by controls named like what it calls', () => {
    const page = bodyOf('<form>甲<input name="setAttribute"><input name="localName"><input name="parentNode"></form>');
    const clone = cloneOf(page);
    clobber(clone);
    expect(numbersOf(page, clone).live).toEqual([...page.querySelectorAll('form')]);
    expect(clone.body.innerHTML).toContain('<form data-y="0">');
  });
});

describe('survivors', () => {
  const page = bodyOf(
    '<div id="a">戊<div id="b"><p id="c">甲</p><p id="d">乙</p></div><p id="e">丙</p></div><p id="f">丁</p>',
  );
  const byId = (...ids: string[]) => ids.map((id) => page.getElementById(id)).filter((found) => found !== null);
  const numbered = () => {
    const clone = cloneOf(page);
    return { clone, numbers: numbersOf(page, clone) };
  };

  test('are found in what Readability made', () => {
    const { clone, numbers } = numbered();
    for (const id of ['b', 'f']) clone.querySelector(`#${id}`)?.remove();
    const { survivors, lost } = collectSurvivors(clone.body, numbers);
    expect(survivors).toEqual(byId('a', 'e'));
    expect(lost).toEqual(new Set(byId('c', 'd', 'f')));
  });

  test('are found by their text in a paragraph that Readability made of it', () => {
    const { clone, numbers } = numbered();
    const made = clone.createElement('p');
    made.append(clone.querySelector('#a')?.firstChild ?? '', clone.querySelector('#c') ?? '');
    clone.body.replaceChildren(made);
    expect(collectSurvivors(clone.body, numbers).survivors).toEqual(byId('a', 'c'));
  });

  test('are found where Readability began anew from its own copy', () => {
    const { clone, numbers } = numbered();
    const { innerHTML } = clone.body;
    clone.body.innerHTML = innerHTML.replace(/<div id="a"[^>]*>戊/, '<p>戊</p><div>');
    clone.querySelector('#d')?.remove();
    expect(collectSurvivors(clone.body, numbers).survivors).toEqual(byId('a', 'c', 'e', 'f'));
  });

  test('are not every box with a space that is held open, where Readability began anew', () => {
    const spaced = bodyOf('<div>\u00a0</div><p>甲</p><div>\u3000</div>');
    const clone = cloneOf(spaced);
    const numbers = numbersOf(spaced, clone);
    clone.body.innerHTML = '<p>\u00a0</p><p data-y="1">甲</p>';
    expect(collectSurvivors(clone.body, numbers).survivors).toEqual([...spaced.querySelectorAll('p')]);
  });

  test.each([
    [['c', 'd'], 'b'],
    [['c', 'd', 'e'], 'a'],
    [['c'], 'c'],
    [['b', 'c'], 'b'],
  ])('%s have as root %s', (ids, root) => expect(commonRoot(byId(...ids))?.id).toBe(root));

  test('of both sides of a page have its body, none have nothing', () => {
    expect(commonRoot(byId('c', 'f'))).toBe(page.body);
    expect(commonRoot([])).toBeNull();
  });

  test('bring what is above them', () => {
    expect(withAncestors(byId('c', 'd'))).toEqual(
      new Set([...byId('a', 'b', 'c', 'd'), page.body, page.documentElement]),
    );
  });
});
