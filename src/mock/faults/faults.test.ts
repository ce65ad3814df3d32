import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faults, neutralVariants } from './index.js';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'specs', 'requirements');
const catalogue = new Set(
  readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}- id: (\S+)$/gm)].map(([, id]) => id),
  ),
);
const everything = [...faults, ...neutralVariants];

describe('the faults and the legal variants', () => {
  it('have ids of their own, with their area in front', () => {
    const ids = everything.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9-]+(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(id))).toEqual([]);
  });

  it('say in one sentence what the gateway does', () => {
    const sentences = everything.map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => !/^[A-Z"`].*\.$/.test(sentence) || sentence.includes('\n'))).toEqual([]);
  });

  it('say something of their own within their area', () => {
    const said = everything.map(({ id, sentence }) => `${id.split('.')[0]}: ${sentence}`);
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
  });

  it('differ at a place of their own each time they are made', () => {
    const shared = everything.filter(({ deviate }) => {
      const [one, other] = [deviate(), deviate()];
      return one === other;
    });
    expect(shared.map(({ id }) => id)).toEqual([]);
  });
});

describe('the faults', () => {
  it('break requirements of the catalogue, each named once', () => {
    const wrong = faults.filter(
      ({ breaks }) =>
        breaks.length === 0 || new Set(breaks).size < breaks.length || breaks.some((id) => !catalogue.has(id)),
    );
    expect(wrong.map(({ id, breaks }) => `${id}: ${breaks.join(' ')}`)).toEqual([]);
  });

  it('name a public issue or pull request where they were seen', () => {
    const seen = faults.flatMap(({ seen: address }) => address ?? []);
    expect(seen.filter((address) => !/^[\w.-]+\/[\w.-]+[#!]\d+$/.test(address))).toEqual([]);
  });
});

describe('the legal variants', () => {
  it('say what allows them', () => {
    expect(neutralVariants.filter(({ allowedBy }) => allowedBy.length < 8).map(({ id }) => id)).toEqual([]);
  });
});
