import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json/index.js';
import { policyDenial } from './policy-denial.js';
import { completion } from './testing/bodies.js';

const refused = (policy: Json): Json => completion({ databricks_service_policy: policy });

describe('a policy denial', () => {
  it('is told with its name, action, phase and reason', () => {
    const policy = { name: 'block-jailbreak', action: 'deny', phase: 'pre_call', reason: 'Asked to.' };
    expect(policyDenial(refused(policy))).toEqual(policy);
  });

  it('counts whatever the action, unless that lets the call through', () => {
    expect(['DENY', 'ask', 'redact', ''].map((action) => policyDenial(refused({ action }))?.action)).toEqual([
      'DENY',
      'ask',
      'redact',
      '',
    ]);
    expect(['allow', 'ALLOW', ' Pass '].map((action) => policyDenial(refused({ action })))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('counts without an action and without an object', () => {
    expect([{}, { action: 5 }, 'deny', true].map((policy) => policyDenial(refused(policy)))).toEqual(
      Array(4).fill({ action: 'unstated' }),
    );
  });

  it('is not in a body without the marker, nor below the top level', () => {
    const nested = completion({ choices: [{ databricks_service_policy: { action: 'deny' } }] });
    expect([completion(), refused(null), nested, null, 'deny', []].map(policyDenial)).toEqual(Array(6).fill(undefined));
  });

  it('is read out of any JSON without throwing, and stays small', () => {
    fc.assert(fc.property(fc.jsonValue(), (policy) => void policyDenial(refused(policy as Json))));
    expect(
      JSON.stringify(policyDenial(refused({ reason: 'x'.repeat(100_000), action: 'y'.repeat(100_000) }))).length,
    ).toBeLessThan(1000);
  });
});
