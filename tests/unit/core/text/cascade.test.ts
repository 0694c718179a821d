// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { markupAppearanceOf } from '../../../../core/text/appearance';
import { readText } from '../../../../core/text/read-text';
import { pageOf } from '../../support/pages';

/** What a reader sees of 甲乙丙 where 乙 stands in `<div id="y" class="b c" title="n">` inside `<section class="a">`. */
function seen(css: string, attributes = ''): string {
  const body = `<section class="a">甲<div id="y" class="b c" title="n" ${attributes}>乙</div>丙</section>`;
  const page = pageOf(body, `<style>${css}</style>`);
  return readText(page.body, { appearanceOf: markupAppearanceOf(page) }).text;
}

const HIDDEN: [what: string, css: string, attributes?: string][] = [
  ['by class', '.b { display: none }'],
  ['by id', '#y{display:none}'],
  ['by tag, in capitals', 'DIV { DISPLAY: NONE }'],
  ['by attribute', '[title="n"] { display: none }'],
  ['by all of it', 'div#y.b.c[title] { display: none }'],
  ['by what it stands in', '.a .b { display: none }'],
  ['by what it is a child of', 'section>.b{display:none}'],
  ['by its place', '.a > :first-child { display: none }'],
  ['by what it is not', '.a > div:not(.x):not(#z) { display: none }'],
  ['as one of a list', 'h1, .x,\n.b { color: red; display: none; margin: 0 }'],
  ['by the later of two rules', '.b { display: block } .c { display: none }'],
  ['by the nearer of two rules', '.a .b { display: none } .b { display: block }'],
  ['by an id against classes', '#y { display: none } .a .b.c { display: block }'],
  ['by what is important', '.b { display: none !important } #y { display: block }'],
  ['by what is important against its own style', '.b { display: none!important }', 'style="display: block"'],
  ['on a screen', '@media screen { .b { display: none } }'],
  ['on all media', '@media all and (min-width: 768px) { .b { display: none } }'],
  ['on a wide screen', '@media (min-width: 64em) and (max-width: 120em) { .b { display: none } }'],
  ['on one of several media', '@media print, screen { .b { display: none } }'],
  ['after what cannot be parsed', '@import url("a.css"); .x { content: "}" } $y { } ..z { } .b { display: none }'],
  ['after a comment', '/* .b { display: block } */ <!-- .b { display: none } -->'],
  ['by a sheet that ends too early', '.x { color: red } .b { display: none'],
];

const SHOWN: [what: string, css: string, attributes?: string][] = [
  ['other classes', '.bb { display: none } .a.b { display: none }'],
  ['another place', '.b .a { display: none } .b + .c { display: none }'],
  ['an earlier rule', '.b { display: none } .c { display: block }'],
  ['a weaker rule', '.b { display: none } section .b { display: block }'],
  ['its own style', '#y { display: none }', 'style="display: block"'],
  ['a rule that shows what the markup hides', '.b { display: block }', 'hidden'],
  ['a rule for the pointer', '.b:hover { display: none } .a:focus-within .b { display: none }'],
  ['a rule for what stands before it', '.b::before { display: none } .b:after { display: none }'],
  ['a rule for paper', '@media print { .b { display: none } }'],
  ['a rule for small screens', '@media screen and (max-width: 768px) { .b { display: none } }'],
  ['a rule for who wants less motion', '@media (prefers-reduced-motion) { .b { display: none } }'],
  ['a rule for other screens', '@media not screen { .b { display: none } }'],
  ['a rule in quotes', '.x::after { content: ".b { display: none }" }'],
  ['a rule for what the browser may not know', '@supports (display: none) { .b { display: none } }'],
  ['a frame of an animation', '@keyframes b { from { display: none } }'],
  ['a value that comes from elsewhere', '.b { display: inherit }'],
  ['a property that only looks like it', '.b { --display: none; x-display: none; display-x: none }'],
];

describe('a style rule', () => {
  test.each(HIDDEN)('hides %s', (_, css, attributes) => expect(seen(css, attributes)).toBe('甲丙'));
  test.each(SHOWN)('does not hide: %s', (_, css, attributes) => expect(seen(css, attributes)).toBe('甲\n乙\n丙'));

  test('of a sheet for paper counts as little as one for paper', () => {
    const page = pageOf('甲<b>乙</b>', '<style media="print">b { display: none }</style>');
    expect(readText(page.body, { appearanceOf: markupAppearanceOf(page) }).text).toBe('甲乙');
  });

  test('makes words invisible, and those within visible again', () => {
    const page = pageOf(
      '甲<p class="a">乙<b>丙</b></p><i>丁</i>戊',
      '<style>.a{visibility:hidden} .a b{visibility:visible} i{visibility:collapse}</style>',
    );
    expect(readText(page.body, { appearanceOf: markupAppearanceOf(page) }).text).toBe('甲\n丙\n戊');
  });

  test('says what is a line', () => {
    expect(seen('.b { display: inline }')).toBe('甲乙丙');
    expect(seen('.b { display: inline-block }')).toBe('甲乙丙');
    expect(seen('', 'style="display: inline"')).toBe('甲乙丙');
  });

  test('says whether white space counts', () => {
    const page = pageOf(
      '<p>甲  乙\n丙</p><pre>丁  戊</pre>',
      '<style>p{white-space:pre-wrap}pre{white-space:normal}</style>',
    );
    expect(readText(page.body, { appearanceOf: markupAppearanceOf(page) }).text).toBe('甲  乙\n丙\n丁 戊');
  });

  test.each([
    ['nested without end', '@media all{'.repeat(50_000)],
    ['of one long list', `${'a,'.repeat(300_000)}a{display:none}`],
    ['of brackets that nobody closes', `${'['.repeat(300_000)}{display:none}`],
    ['of white space', `.b{display:none${' '.repeat(300_000)}x}`],
    ['of rules without end', '*>*{display:block}'.repeat(100_000)],
  ])('in a sheet %s costs no more than its length', (_, css) => {
    expect(seen(css)).toBe('甲\n乙\n丙');
  });
});
