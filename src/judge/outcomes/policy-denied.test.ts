import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiName } from '../../api/index.js';
import { completion, message } from '../../api/testing/bodies.js';
import type { Json, JsonObject } from '../../json/index.js';
import type { Answered } from '../answered.js';
import { readAspects } from '../observation.js';
import { answer, context, judged, messages, refuted } from '../testing/answers.js';

const denial = { name: 'block-pii', action: 'deny', phase: 'pre_call', reason: 'An address.' };
const marked = (body: JsonObject, policy: Json = denial): JsonObject => ({
  ...body,
  databricks_service_policy: policy,
});
const denied = answer({ json: marked(completion()) });
const outcomeOf = (subject: Answered) => readAspects(['outcome'], subject, context)['outcome'];

const chunk = (content: string, finish: string | null): JsonObject => ({
  id: 'chatcmpl_1',
  object: 'chat.completion.chunk',
  created: 1_790_000_000,
  model: 'some-model',
  choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finish }],
});

/** A correct stream of some chunks, of which one may tell of a policy. */
function streamed(chunks: readonly JsonObject[], api: ApiName = 'chat'): Answered {
  const text = [...chunks.map((event) => JSON.stringify(event)), '[DONE]'].map((data) => `data: ${data}\n\n`).join('');
  const sent = { model: 'some-model', stream: true };
  return answer({ text, headers: { 'content-type': 'text/event-stream' }, sent, api });
}

describe('a denial by a service policy', () => {
  it('is one with the name, the action, the phase and the reason that are asked for', () => {
    expect(refuted(judged({ 'policy-denied': denial }, denied))).toEqual([]);
    const other = { name: 'block-jailbreak', action: 'ask', phase: 'post_call', reason: { $exists: false } };
    expect(refuted(judged({ 'policy-denied': other }, denied))).toEqual([
      'policy-denied.name',
      'policy-denied.action',
      'policy-denied.phase',
      'policy-denied.reason',
    ]);
  });

  it('is none with another status, and none without its mark', () => {
    const forbidden = answer({ status: 403, json: marked(completion()) });
    expect(refuted(judged({ 'policy-denied': {} }, forbidden))).toEqual(['policy-denied.status']);
    expect(messages(judged({ 'policy-denied': {} }, answer({ json: completion() })))).toEqual([
      'The answer tells of no service policy that denied it.',
    ]);
    expect(refuted(judged({ 'policy-denied': {} }, streamed([chunk('Hi.', 'stop')])))).toEqual([
      'policy-denied.policy',
    ]);
  });

  it('is found in a stream, and said to stand in its frame', () => {
    const subject = streamed([chunk('Hel', null), marked(chunk('', 'content_filter'))]);
    expect(refuted(judged({ 'policy-denied': { phase: 'pre_call' } }, subject))).toEqual([]);
    const [finding] = judged({ 'policy-denied': { phase: 'post_call' } }, subject).filter(({ holds }) => !holds);
    expect(finding).toMatchObject({ check: 'policy-denied.phase', where: 'frame 1' });
  });
});

describe('what is recorded of a denial', () => {
  const policyOf = (subject: Answered) => readAspects(['policy'], subject, context)['policy'];

  it('is what it tells of the policy, whole and in a stream', () => {
    expect(policyOf(denied)).toEqual(denial);
    const told = { name: null, action: 'deny', phase: null, reason: null };
    expect(policyOf(streamed([marked(chunk('', 'content_filter'), { action: 'deny' })]))).toEqual(told);
    expect(policyOf(answer({ json: completion() }))).toBe(null);
  });
});

describe('what a service policy denied', () => {
  // Without the mark each of these is a completion, so that nothing else can be what keeps it from being one.
  const bodies: readonly [ApiName, JsonObject][] = [
    ['chat', completion()],
    ['messages', message()],
  ];
  const policies = fc.oneof(
    fc.record({ action: fc.string().filter((text) => !['allow', 'pass'].includes(text.trim().toLowerCase())) }),
    fc.record({ name: fc.string(), phase: fc.string() }),
    fc.constantFrom<Json>('deny', true, 0, []),
  );

  it.each(bodies)('is never a completion on %s, whatever else it says', (api, body) => {
    const subject = answer({ json: body, api });
    expect([refuted(judged({ completion: {} }, subject)), outcomeOf(subject)]).toEqual([[], 'completion']);
    fc.assert(
      fc.property(policies, fc.boolean(), (policy, known) => {
        const blocked = answer({ json: marked(body, policy as Json), api: known ? api : 'none' });
        expect(refuted(judged({ completion: {} }, blocked))).toContain('completion.policy');
        expect(outcomeOf(blocked)).toBe('policy-denied');
        expect(refuted(judged({ 'no-completion': {} }, blocked))).toEqual([]);
        expect(refuted(judged({ 'policy-denied': {} }, blocked))).toEqual([]);
      }),
    );
  });

  it('is never a streamed completion, in whichever event it is told', () => {
    const chunks = [chunk('Hel', null), chunk('lo', null), chunk('.', 'stop')];
    expect(outcomeOf(streamed(chunks))).toBe('completion');
    fc.assert(
      fc.property(policies, fc.nat({ max: 2 }), (policy, at) => {
        const blocked = streamed(chunks.map((event, index) => (index === at ? marked(event, policy as Json) : event)));
        expect(refuted(judged({ completion: {} }, blocked))).toContain('completion.policy');
        expect(outcomeOf(blocked)).toBe('policy-denied');
        expect(refuted(judged({ 'policy-denied': {} }, blocked))).toEqual([]);
      }),
    );
  });

  it('is found inside of the response or the message that an event carries', () => {
    for (const [key, api] of [
      ['response', 'responses'],
      ['message', 'messages'],
    ] as const) {
      const blocked = streamed([{ type: 'x', [key]: marked({ id: '1' }) }], api);
      expect(outcomeOf(blocked)).toBe('policy-denied');
      expect(refuted(judged({ completion: {} }, blocked))).toContain('completion.policy');
    }
  });
});
