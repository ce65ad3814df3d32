import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeClasses, formatPlace, orders, type Place, pageNames, parsePlace, start } from './place.js';

const text = fc.string({ unit: 'grapheme' });
const place: fc.Arbitrary<Place> = fc
  .record({
    page: fc.constantFrom(...pageNames.filter((page) => page !== 'instance')),
    query: text,
    run: fc.nat({ max: 20 }),
    order: fc.constantFrom(...orders),
  })
  .chain((one) =>
    fc
      .record({ against: fc.nat({ max: 20 }), only: fc.constantFrom(...changeClasses) }, { requiredKeys: [] })
      .map((more) => ({ ...one, ...more })),
  )
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
    ['#/compare?run=2&against=1&only=fixed', { page: 'compare', run: 1, against: 0, only: 'fixed' }],
    ['#/compare?against=none&only=nothing', { page: 'compare' }],
    ['#main', {}],
  ])('%s is read', (hash, expected) => {
    expect(parsePlace(hash)).toEqual({ ...start, ...expected });
  });
});
