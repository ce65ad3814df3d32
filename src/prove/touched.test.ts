import { describe, expect, it } from 'vitest';
import type { Fault, NeutralVariant } from '../mock/faults/index.js';
import type { Spec } from '../spec/index.js';
import { touchedBy } from './touched.js';

const deviate = () => ({ at: 'account', change: (account) => account }) as const satisfies ReturnType<Fault['deviate']>;
const faults: readonly Fault[] = [
  { id: 'naming.one', sentence: '', breaks: ['NAME-01'], deviate },
  { id: 'chat.two', sentence: '', breaks: ['CHAT-01', 'CHAT-02'], deviate },
];
const variants: readonly NeutralVariant[] = [{ id: 'framing.crlf', sentence: '', allowedBy: '', deviate }];
const specs = [
  { file: 'specs/chat/answer.yaml', text: '', title: '', cases: [{ verifies: ['CHAT-02'] }] },
] as unknown as readonly Spec[];

const touched = (...changes: Parameters<typeof touchedBy>[0]) => {
  const found = touchedBy(changes, specs, { faults, variants });
  return [...found.faults, ...found.variants].map(({ id }) => id);
};

describe('a change', () => {
  it('of a spec concerns the faults that break what it verifies, and everything legal', () => {
    expect(touched({ path: 'specs/chat/answer.yaml', text: 'title: …' })).toEqual(['chat.two', 'framing.crlf']);
  });

  it('of a file of faults concerns those that it declares', () => {
    expect(touched({ path: 'src/mock/faults/naming.ts', text: "{ id: 'naming.one', …" })).toEqual(['naming.one']);
  });

  it.each([
    'src/judge/judge.ts',
    'specs/requirements/chat.yaml',
    'src/mock/faults/making/edit.ts',
    'specs/chat/new.yaml',
  ])('of %s concerns everything', (path) => {
    expect(touched({ path, text: '' })).toEqual(['naming.one', 'chat.two', 'framing.crlf']);
  });

  it('of a file of faults that is gone concerns everything', () => {
    expect(touched({ path: 'src/mock/faults/naming.ts' })).toHaveLength(3);
  });

  it.each(['README.md', 'src/judge/judge.test.ts', 'docs/specs.md'])('of %s concerns nothing', (path) => {
    expect(touched({ path, text: '' })).toEqual([]);
  });
});
