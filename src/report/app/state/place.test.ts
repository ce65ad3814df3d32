import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace, orders, type Place, pageNames, parsePlace, start } from './place.js';

const text = fc.string({ unit: 'grapheme' });
const place: fc.Arbitrary<Place> = fc
  .record({
    page: fc.constantFrom(...pageNames.filter((page) => page !== 'instance')),
    query: text,
    run: fc.nat({ max: 20 }),
    order: fc.constantFrom(...orders),
  })
  .chain((one) =>
    fc.oneof(
      fc.constant(one),
      text.map((instance) => ({ ...one, page: 'instance' as const, instance })),
    ),
  );

describe('the address', () => {
  it('has all of a place in it', () => {
    fc.assert(
      fc.property(place, (one) => {
        expect(parsePlace(formatPlace(one))).toEqual(one);
      }),
    );
  });

  it.each<[string, Partial<Place>]>([
    ['', {}],
    ['#/', {}],
    ['#/instances?q=s%3Afailed+api%3Achat', { page: 'instances', query: 's:failed api:chat' }],
    ['#/instance?id=naming.fqn%5Bapi%3Dchat%5D', { page: 'instance', instance: 'naming.fqn[api=chat]' }],
    ['#/instance', { page: 'instances' }],
    ['#/nowhere?run=-3&order=odd', {}],
    ['#/requirements?run=2', { page: 'requirements', run: 1 }],
    ['#main', {}],
  ])('%s is read', (hash, expected) => {
    expect(parsePlace(hash)).toEqual({ ...start, ...expected });
  });
});
