// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ID_PATTERN, newId } from '../../../../core/document/id';

describe('an id', () => {
  const ids = Array.from({ length: 500 }, newId);

  test('is a UUIDv7', () => {
    for (const id of ids) expect(id).toMatch(ID_PATTERN);
  });

  test('is made once, and sorts by when it was made', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  test('carries its time', () => {
    const made = Number.parseInt(newId().replace('-', '').slice(0, 12), 16);
    expect(Math.abs(made - Date.now())).toBeLessThan(5000);
  });

  test.each([
    '',
    '018f',
    '018f4b6e-7c2a-4abc-8def-0123456789ab',
    '018F4B6E-7C2A-7ABC-8DEF-0123456789AB',
    '018f4b6e-7c2a-7abc-8def-0123456789ab\n',
  ])('is not “%s”', (text) => expect(text).not.toMatch(ID_PATTERN));
});
