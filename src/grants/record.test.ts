import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeRecord, parseRecord } from './record.js';
import { inWords, partsOf } from './securable.js';

const record: ChangeRecord = {
  version: 1,
  workspace: 'https://home.test',
  securable: { type: 'model_service', name: 'a.b.c' },
  principal: 'somebody',
  privileges: ['EXECUTE'],
  held: [],
  writtenAt: '2026-11-20T09:30:00.000Z',
  by: { process: 1, host: 'machine' },
};

describe('a record of changed grants', () => {
  it('is read as it was written', () => {
    expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it.each([
    ['another version', { version: 2 }],
    ['a type that grants are not changed on', { securable: { type: 'metastore', name: 'a' } }],
    ['a privilege that is never changed', { privileges: ['MANAGE'] }],
    ['a held privilege that is none', { held: ['ALL_PRIVILEGES'] }],
    ['no process', { by: { host: 'machine' } }],
    ['no principal', { principal: undefined }],
  ])('is none with %s', (_what, change) => {
    expect(parseRecord({ ...record, ...change })).toBeUndefined();
  });

  it('is never made of what is no record', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => parseRecord(value) === undefined));
  });
});

describe('privileges for a model service', () => {
  it('stand each on what it is about', () => {
    expect(partsOf('a.b.c', ['USE CATALOG', 'EXECUTE', 'USE SCHEMA'])).toEqual([
      { securable: { type: 'model_service', name: 'a.b.c' }, privileges: ['EXECUTE'] },
      { securable: { type: 'schema', name: 'a.b' }, privileges: ['USE_SCHEMA'] },
      { securable: { type: 'catalog', name: 'a' }, privileges: ['USE_CATALOG'] },
    ]);
  });

  it('stand together where one place is named', () => {
    const [only, ...others] = partsOf('a.b.c', ['EXECUTE', 'USE SCHEMA'], 'schema');
    expect(others).toEqual([]);
    expect(only && inWords(only.privileges, only.securable)).toBe('EXECUTE, USE SCHEMA on schema a.b');
  });
});
