import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnbroken, seal } from './seal.js';

describe('a seal', () => {
  it('is unbroken as long as nobody touches it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (content) => isUnbroken(seal(content))));
  });

  it.each<[change: string, changed: (sealed: string) => string]>([
    ['cut short', (sealed) => sealed.slice(0, -4)],
    ['with another beginning', (sealed) => `AAAA${sealed.slice(4)}`],
    ['with a character that is not base64', (sealed) => `*${sealed.slice(1)}`],
    ['in the alphabet of URLs', (sealed) => sealed.replaceAll('=', '')],
    ['emptied', () => ''],
  ])('%s is broken', (_, changed) => {
    expect(isUnbroken(changed(seal('Follow the script.!')))).toBe(false);
  });
});
