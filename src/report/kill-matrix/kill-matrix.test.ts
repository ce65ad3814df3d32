import { describe, expect, it } from 'vitest';
import type { FaultRecord, KillMatrix, VariantRecord } from './kill-matrix.js';
import { proofOf } from './proof.js';
import { renderKillMatrixConsole } from './render-console.js';
import { renderKillMatrixHtml } from './render-html.js';

const caught: FaultRecord = {
  id: 'chat.no-finish-reason',
  sentence: 'A chat answer does not say why it ended.',
  seen: 'earendil-works/pi!7441',
  breaks: [
    {
      requirement: 'CHAT-13',
      level: 'SHOULD',
      tried: 2,
      catches: [
        {
          instance: 'conversation.finish[api=chat]',
          case: 'conversation.finish',
          by: 'warned',
          findings: [{ check: 'rules.finish-reason-known', message: 'The choice has no `finish_reason`.', line: 8 }],
        },
      ],
      undecided: [],
    },
  ],
};
const living: FaultRecord = {
  id: 'naming.unknown-name-as-500',
  sentence: 'A name that no model service has is an <b>internal</b> error.',
  breaks: [
    {
      requirement: 'NAME-07',
      level: 'SHOULD',
      tried: 1,
      catches: [],
      undecided: [{ instance: 'naming.unknown', reason: 'the gateway reset the \u001b[31mconnection' }],
    },
    { requirement: 'NAME-09', level: 'SHOULD', tried: 0, catches: [], undecided: [] },
  ],
};
const variant: VariantRecord = {
  id: 'framing.crlf',
  sentence: 'The lines of event streams end with CR LF.',
  allowedBy: 'WHATWG HTML Living Standard, section 9.2.5',
  tried: 40,
  flagged: [],
};
const proved: KillMatrix = {
  tool: { name: 'gateway-conformance', version: '0.1.0' },
  specsDigest: 'abc',
  partial: false,
  faults: [caught],
  variants: [variant],
  requirements: [
    {
      id: 'CHAT-13',
      level: 'SHOULD',
      statement: 'An answer says why it ends.',
      exercised: true,
      provedBy: [caught.id],
    },
    { id: 'NAME-12', level: 'OBSERVE', statement: 'Whether case matters.', exercised: true, provedBy: [] },
    { id: 'NAME-30', level: 'MUST', statement: 'Nothing verifies this.', exercised: false, provedBy: [] },
  ],
  idleCases: [],
};
const wrong: KillMatrix = {
  ...proved,
  faults: [caught, living, { ...caught, id: 'chat.untried', breaks: [], broken: 'the process ended with 7' }],
  variants: [
    variant,
    {
      ...variant,
      id: 'framing.cr',
      flagged: Array.from({ length: 6 }, (_, index) => ({
        instance: `streaming.completion[${index}]`,
        verdict: 'failed',
        reason: 'no frame came',
      })),
    },
  ],
  requirements: [
    ...proved.requirements,
    { id: 'NAME-07', level: 'SHOULD', statement: 'An unknown name is 404.', exercised: true, provedBy: [] },
  ],
  idleCases: [{ case: 'naming.idle', file: 'specs/naming/idle.yaml' }],
};

const golden = (name: string) => `golden/${name}`;

describe('a proof', () => {
  it('holds when every fault is caught, nothing legal is flagged and every promise has a fault', () => {
    expect(proofOf(proved)).toMatchObject({ holds: true, unproved: [] });
  });

  it.each([
    ['a fault lives', { faults: [living] }],
    ['a gateway could not be tried', { variants: [{ ...variant, broken: 'it ended' }] }],
    ['a legal variant is flagged', { variants: [wrong.variants[1] as VariantRecord] }],
    ['a requirement has no fault', { requirements: wrong.requirements }],
  ])('does not hold when %s', (_, change) => {
    expect(proofOf({ ...proved, ...change }).holds).toBe(false);
  });

  it('holds beside cases that never caught a fault, which are told', () => {
    const proof = proofOf({ ...proved, idleCases: wrong.idleCases });
    expect(proof).toMatchObject({ holds: true, idleCases: wrong.idleCases });
  });

  it('of a part says nothing of requirements and cases without a fault', () => {
    expect(
      proofOf({ ...proved, requirements: wrong.requirements, idleCases: wrong.idleCases, partial: true }),
    ).toMatchObject({
      holds: true,
      unproved: [],
      idleCases: [],
    });
  });
});

describe('the kill matrix', () => {
  it('is told in a terminal', async () => {
    await expect(renderKillMatrixConsole(wrong, { colour: false })).toMatchFileSnapshot(golden('not-proved.txt'));
    await expect(renderKillMatrixConsole(proved, { colour: false })).toMatchFileSnapshot(golden('proved.txt'));
  });

  it('is a page', async () => {
    await expect(renderKillMatrixHtml(wrong)).toMatchFileSnapshot(golden('not-proved.html'));
  });

  it('runs nothing that a gateway said', () => {
    const page = renderKillMatrixHtml(wrong);
    expect(page).toContain('&lt;b>internal');
    expect(page).not.toContain('<script');
    expect(page + renderKillMatrixConsole(wrong, { colour: false })).not.toContain('\u001b');
  });

  it('leads to the report of a gateway in the wild', () => {
    expect(renderKillMatrixHtml(proved)).toContain('https://github.com/earendil-works/pi/pull/7441');
  });
});
