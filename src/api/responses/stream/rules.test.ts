import { describe, expect, it } from 'vitest';
import { completing, created, numbered, ofPart, refused } from '../../testing/responses-stream.js';
import { framesOf } from '../../testing/streams.js';
import { responses } from '../index.js';
import type { responsesStreamRules } from './rules.js';
import { brokenEnds } from './testing/broken-ends.js';
import { brokenEvents } from './testing/broken-events.js';
import { brokenItems } from './testing/broken-items.js';
import { brokenParts } from './testing/broken-parts.js';
import type { BrokenStreams } from './testing/variants.js';

const read = (stream: string) => responses.readStream(framesOf(stream));

const broken: Readonly<Record<keyof typeof responsesStreamRules, BrokenStreams>> = {
  ...brokenEvents,
  ...brokenItems,
  ...brokenParts,
  ...brokenEnds,
};

describe.each(Object.entries(broken))('%s', (rule, streams) => {
  it.each(streams.map(([stream, rules]) => ({ stream, rules })))('is broken by %#', ({ stream, rules }) => {
    expect(rules).toContain(rule);
    expect(read(stream).violations.map((violation) => violation.rule)).toEqual(rules);
  });
});

it('tells of a refusal that is done with another text', () => {
  const other = refused.with(4, ofPart('refusal.done', { refusal: 'No.' }));
  expect(read(numbered([created, ...other, completing([])])).violations.map(({ rule }) => rule)).toContain(
    'done-matches-deltas',
  );
});

it('says where a stream left the grammar, what was legal there and what came', async () => {
  const sentences = Object.values(broken).flatMap((streams) =>
    streams.flatMap(([stream]) => read(stream).violations.map(({ rule, message }) => `${rule}\n  ${message}`)),
  );
  await expect(`${sentences.join('\n')}\n`).toMatchFileSnapshot('golden/violations.txt');
});
