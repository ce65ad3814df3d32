import { describe, expect, it } from 'vitest';
import type { Case, Step } from './spec.js';
import { caseOf, specOf } from './testing/load-cases.js';

function stepsOf({ body }: Case): readonly Step[] {
  if (body.kind !== 'steps') throw new Error('not steps');
  return body.steps;
}
const stepOf = (body: string) => stepsOf(caseOf(body))[0] as Step;

describe('a case', () => {
  const [first, second] = specOf(`title: The behaviour
tags: [names]
needs: { features: [bare-names] }
cases:
  - id: naming.one
    verifies: NAME-01
    call: { api: chat }
    expect: completion

  - id: naming.two
    title: Its own title
    verifies: [ERR-01]
    tags: [smoke]
    needs: { models: [private] }
    serial: grants
    each: { api: [chat, messages], text: { none: "", some: a } }
    call: { prompt: "\${each.text}" }
    expect: completion
`).cases as readonly [Case, Case];

  it('takes over what its file says', () => {
    expect(first).toMatchObject({
      id: 'naming.one',
      title: 'The behaviour',
      file: 'spec.yaml',
      verifies: ['NAME-01'],
      level: 'MUST',
      tags: ['names'],
      needs: [{ features: ['bare-names'] }],
      dimensions: [],
      finally: [],
    });
    expect(first).not.toHaveProperty('serial');
  });

  it('adds what it says itself', () => {
    expect(second).toMatchObject({
      title: 'Its own title',
      verifies: ['ERR-01'],
      level: 'SHOULD',
      tags: ['names', 'smoke'],
      needs: [{ features: ['bare-names'] }, { models: ['private'] }],
      serial: 'grants',
    });
  });

  it('knows its place and its lines', () => {
    expect(first.place).toMatchObject({ file: 'spec.yaml', line: 5, column: 9 });
    expect([first.lines, second.lines]).toEqual([
      { first: 5, last: 8 },
      { first: 10, last: 18 },
    ]);
  });

  it('labels the values of its matrix', () => {
    expect(second.dimensions).toEqual([
      {
        name: 'api',
        values: [
          { label: 'chat', value: 'chat' },
          { label: 'messages', value: 'messages' },
        ],
      },
      {
        name: 'text',
        values: [
          { label: 'none', value: '' },
          { label: 'some', value: 'a' },
        ],
      },
    ]);
  });

  it('of one request is a case of one step', () => {
    expect(stepsOf(first)).toMatchObject([
      { label: 'request', action: { kind: 'call', call: { api: 'chat' }, line: 7 }, observe: [], captures: {} },
    ]);
  });

  it('numbers its steps, unless they have names', () => {
    const named = caseOf(`
steps:
  - call: { api: chat }
    expect: completion
  - name: again
    request: { path: /a }
    expect: { status: 200 }
finally:
  - request: { path: /b }
  - name: last
    request: { path: /c }`);
    expect(stepsOf(named).map(({ label, action }) => [label, action.kind, action.line])).toEqual([
      ['step 1', 'call', 6],
      ['again', 'request', 9],
    ]);
    expect(named.finally.map(({ label }) => label)).toEqual(['finally 1', 'last']);
  });
});

describe('an expectation', () => {
  const call = 'call: { api: chat }\n';

  it('that names an outcome is a check without options', () => {
    expect(stepOf(`${call}expect: denied`).expectations).toEqual([
      { checks: { denied: {} }, lines: { denied: 6 }, outcomes: ['denied'] },
    ]);
  });

  it('of several checks knows the line of each', () => {
    const body = `${call}expect:\n  completion: { finish: stop }\n  headers: { a: b }\n  status: 200`;
    expect(stepOf(body).expectations).toEqual([
      {
        checks: { completion: { finish: 'stop' }, headers: { a: 'b' }, status: 200 },
        lines: { completion: 7, headers: 8, status: 9 },
        outcomes: ['completion'],
      },
    ]);
  });

  it('of alternatives is one for each, with what stands beside them', () => {
    const body = `${call}expect:\n  headers: { a: b }\n  any:\n    - completion\n    - { status: 501, headers: { c: d } }`;
    expect(stepOf(body).expectations).toEqual([
      {
        checks: { headers: { a: 'b' }, completion: {} },
        lines: { headers: 7, completion: 9 },
        outcomes: ['completion'],
      },
      { checks: { headers: { a: 'b', c: 'd' }, status: 501 }, lines: { headers: 10, status: 10 }, outcomes: [] },
    ]);
  });

  it('is none where something is observed', () => {
    const { body } = caseOf(`${call}observe: [status, outcome]`, 'AUTH-14');
    expect(body).toMatchObject({ kind: 'steps', steps: [{ expectations: [], observe: ['status', 'outcome'] }] });
  });

  it('that may take its time says how long, and how often it is tried', () => {
    expect(stepOf(`${call}expect: completion\neventually: { within: 2m, every: 500ms }`).eventually).toEqual({
      withinMs: 120_000,
      everyMs: 500,
    });
    expect(stepOf(`${call}expect: completion\neventually: { within: 10s }`).eventually).toEqual({
      withinMs: 10_000,
      everyMs: 2000,
    });
    expect(stepOf(`${call}expect: completion`)).not.toHaveProperty('eventually');
  });

  it('that may take several tries says how many, one right after the other unless it says so', () => {
    const tried = (eventually: string) => stepOf(`${call}expect: completion\neventually: ${eventually}`).eventually;
    expect(tried('{ times: 5 }')).toEqual({ times: 5, everyMs: 0 });
    expect(tried('{ times: 5, every: 1s }')).toEqual({ times: 5, everyMs: 1_000 });
    expect(tried('{ times: 5, within: 1m }')).toEqual({ times: 5, withinMs: 60_000, everyMs: 2_000 });
    const beyond = '${models.system.beyond-limit}';
    expect(tried(`{ times: "${beyond}" }`)).toEqual({ times: beyond, everyMs: 0 });
  });
});

describe('a comparison', () => {
  const sides = 'compare:\n  one: { call: { api: chat } }\n  other: { request: { path: /a } }\n';

  it('that is expected has what holds of all, and what is equivalent', () => {
    expect(caseOf(`${sides}expect:\n  all: completion\n  equivalent: [status, finish]`).body).toEqual({
      kind: 'compare',
      sides: [
        { name: 'one', action: { kind: 'call', call: { api: 'chat' }, line: 6 } },
        { name: 'other', action: { kind: 'request', request: { path: '/a' }, line: 7 } },
      ],
      judgement: {
        kind: 'expect',
        all: { checks: { completion: {} }, lines: { completion: 9 }, outcomes: ['completion'] },
        equivalent: ['status', 'finish'],
        line: 10,
      },
    });
  });

  it('that is observed has its aspects', () => {
    expect(caseOf(`${sides}observe: [status]`, 'AUTH-14').body).toMatchObject({
      judgement: { kind: 'observe', aspects: ['status'] },
    });
  });
});
