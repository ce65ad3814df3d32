import { describe, expect, it } from 'vitest';
import { apis } from '../../src/api/loading.js';
import type { Requirement } from '../../src/spec/index.js';
import { specOf } from '../../src/spec/testing/load-cases.js';
import { dialectsOf } from './dialects.js';
import { requirementsOf, type Verification } from './verification.js';

const dialects = dialectsOf([apis.chat, apis['chat-openai'], apis.messages]);

/** What chat's page and that of Messages say about a catalogue: `own` and `shared` ids, with their cases. */
function pagesOf(requirements: readonly Partial<Requirement>[], ...cases: readonly string[]) {
  const catalogue = {
    areas: { naming: 'Naming' },
    requirements: new Map(
      requirements.map((given): [string, Requirement] => {
        const source = { kind: 'documented', address: 'a page' } as const;
        const requirement = {
          id: 'NAME-01',
          level: 'MUST',
          statement: 'It holds.',
          source,
          profile: 'core',
          area: 'naming',
        } as const;
        return [given.id ?? 'NAME-01', { ...requirement, ...given }];
      }),
    ),
  };
  const text = cases.map((body, index) => `  - { id: naming.case-${index + 1}, ${body} }\n`).join('');
  const specs = cases.length === 0 ? [] : [specOf(`title: A behaviour\ncases:\n${text}`)];
  const written = (verifications: readonly Verification[]) =>
    verifications.map(({ requirement: { id }, cases: some }) => [id, ...some].join(' '));
  return Object.fromEntries(
    [...requirementsOf({ specs, catalogue }, dialects)].map(([{ name }, { own, shared }]) => [
      name,
      { own: written(own), shared: written(shared) },
    ]),
  );
}

const nothing = { own: [], shared: [] };

describe('the requirements of an API', () => {
  it('are those that the catalogue gives to it, verified or not', () => {
    const pages = pagesOf([
      { id: 'NAME-01', profile: 'messages' },
      { id: 'NAME-02', area: 'chat' },
      { id: 'ERR-01', profile: 'chat-openai' },
    ]);
    expect(pages).toEqual({
      chat: { own: ['NAME-02', 'ERR-01'], shared: [] },
      messages: { own: ['NAME-01'], shared: [] },
    });
  });

  it('are those of cases that are sent to it alone', () => {
    const pages = pagesOf([{}], 'verifies: NAME-01, call: { api: chat }, expect: completion');
    expect(pages).toEqual({ chat: { own: ['NAME-01 naming.case-1'], shared: [] }, messages: nothing });
  });

  it('are shared when cases are sent to several, by call or by matrix; each page counts its own', () => {
    const pages = pagesOf(
      [{}],
      'verifies: NAME-01, each: { api: [chat, messages] }, call: {}, expect: completion',
      'verifies: NAME-01, call: { api: messages }, expect: completion',
    );
    expect(pages).toEqual({
      chat: { own: [], shared: ['NAME-01 naming.case-1'] },
      messages: { own: [], shared: ['NAME-01 naming.case-1 naming.case-2'] },
    });
  });

  it('are told apart where a case verifies something else on each API', () => {
    const pages = pagesOf(
      [{}, { id: 'NAME-02' }],
      'verifies: { chat: NAME-01, messages: NAME-02 }, each: { api: [chat, messages] }, call: {}, expect: completion',
    );
    expect(pages).toEqual({
      chat: { own: ['NAME-01 naming.case-1'], shared: [] },
      messages: { own: ['NAME-02 naming.case-1'], shared: [] },
    });
  });

  it('are found for a raw request by its path, whatever is looked up in it', () => {
    const pages = pagesOf(
      [{}, { id: 'NAME-02' }, { id: 'ERR-01' }],
      'verifies: NAME-01, request: { path: "/ai-gateway/openai/v1/chat/completions?x=${nonce}", json: {} }, expect: rejected',
      'verifies: NAME-02, each: { path: { a: /ai-gateway/anthropic/v1/messages } }, request: { path: "${each.path}", json: {} }, expect: rejected',
      'verifies: ERR-01, request: { path: "/ai-gateway/anthropic/v1/models" }, expect: rejected',
    );
    expect(pages).toEqual({
      chat: { own: ['NAME-01 naming.case-1'], shared: [] },
      messages: { own: ['NAME-02 naming.case-2'], shared: [] },
    });
  });
});
