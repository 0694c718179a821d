import { afterEach, describe, expect, test } from 'vitest';
import { type Appearance, computedAppearance, markupAppearance } from '../../../../core/text/appearance';

const CASES: [style: string, seen: Partial<Appearance>][] = [
  ['display: block', { block: true, hidden: false }],
  ['display: flex', { block: true }],
  ['display: table-cell', { block: true }],
  ['display: list-item', { block: true }],
  ['display: inline', { block: false }],
  ['display: inline-block', { block: false }],
  ['display: contents', { block: false }],
  ['display: none', { hidden: true }],
  ['visibility: hidden', { hidden: false, invisible: true }],
  ['visibility: visible', { invisible: false }],
  ['white-space: pre', { preformatted: true }],
  ['white-space: pre-wrap', { preformatted: true }],
  ['white-space: pre-line', { preformatted: false }],
  ['white-space: nowrap', { preformatted: false }],
];

describe('appearance', () => {
  afterEach(() => document.body.replaceChildren());

  test.each(CASES)('by style: %s', (style, seen) => {
    const element = document.createElement('span');
    element.setAttribute('style', style);
    document.body.append(element);
    expect(computedAppearance(element)).toMatchObject(seen);
  });

  test('by style sheet, which tags and attributes alone cannot tell', () => {
    document.body.innerHTML =
      '<style>.gn { display: none } .hh { display: block }</style><p class="gn">字号</p><b class="hh">甲</b>';
    const [hidden, block] = document.body.querySelectorAll('p, b');
    expect(hidden && [computedAppearance(hidden).hidden, markupAppearance(hidden).hidden]).toEqual([true, false]);
    expect(block && [computedAppearance(block).block, markupAppearance(block).block]).toEqual([true, false]);
  });

  test('by markup, past controls that are named like attributes', () => {
    document.body.innerHTML = '<form hidden><input name="getAttribute"><input name="localName"></form>';
    const form = document.querySelector('form');
    expect(form && markupAppearance(form).hidden).toBe(true);
  });
});
