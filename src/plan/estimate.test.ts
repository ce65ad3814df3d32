import { describe, expect, it } from 'vitest';
import type { Case } from '../spec/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import type { Target } from '../target/index.js';
import { estimatePlan } from './estimate.js';
import { makePlan } from './make-plan.js';
import { smallTarget } from './testing/small-target.js';
import { beyondLimit } from './times.js';

const limited: Target = {
  ...smallTarget,
  models: {
    ...smallTarget.models,
    system: { fqn: 'a.b.c', apis: ['chat', 'messages'], limit: { requests: 3, perMs: 60_000 } },
  },
};

function estimate(body: string | Case, target = limited) {
  const cases = [typeof body === 'string' ? caseOf(body) : body];
  const suite = { name: 'all', title: 'All', select: [], except: [], proves: [] };
  return estimatePlan(makePlan([{ file: 'spec.yaml', text: '', title: 'A behaviour', cases }], suite, target), target);
}

const call = (fields: string) => `call: { api: chat, ${fields} }\nexpect: completion`;

describe('the estimate of a plan', () => {
  it('counts a token for four bytes of what is sent, and as many out as may come', () => {
    expect(estimate(call('prompt: eight888'))).toEqual({ requests: 1, inputTokens: 2, outputTokens: 256 });
    expect(estimate(call('prompt: eight888, max-tokens: 16')).outputTokens).toBe(16);
    expect(estimate(call('prompt: héé')).inputTokens).toBe(2);
    expect(estimate('call: { api: chat }\nexpect: completion').inputTokens).toBe(Math.ceil('Say hello.'.length / 4));
  });

  it('counts every text of a conversation, of tools and of a schema', () => {
    const all = `system: four, messages: [{ role: user, text: eight888 }], tools: [{ name: t, description: nine99999, parameters: { type: object } }]`;
    const { inputTokens } = estimate(call(all));
    expect(inputTokens).toBeGreaterThan(Math.ceil('foureight888nine99999'.length / 4));
    expect(inputTokens).toBeLessThan(30);
  });

  it('counts a text that is repeated without writing it out, and one that the matrix binds', () => {
    expect(estimate(call('prompt: { repeat: "1234", times: 1000000 }')).inputTokens).toBe(1_000_000);
    const bound = 'each: { prompt: { long: { repeat: "1234", times: 100 }, short: "1234" } }';
    const body = `${bound}\ncall: { api: chat, prompt: "\${each.prompt}" }\nexpect: completion`;
    expect(estimate(body)).toEqual({ requests: 2, inputTokens: 101, outputTokens: 512 });
  });

  it('counts an image as a thousand, whatever its size', () => {
    const images = 'images: ["data:image/png;base64,AAAAAAAA"]';
    const { inputTokens } = estimate(call(`messages: [{ role: user, text: four, ${images} }]`));
    expect(inputTokens).toBeGreaterThanOrEqual(1_000);
    expect(inputTokens).toBeLessThan(1_050);
  });

  it('counts instances, steps, clean-up, sides and copies', () => {
    const steps = `
each: { api: [chat, messages] }
steps:
  - call: {}
    expect: completion
  - call: {}
    at-once: 5
    expect: completion
finally:
  - request: { path: /gone, method: DELETE }
    expect: { status: 200 }`;
    expect(estimate(steps)).toMatchObject({ requests: 14, outputTokens: 2 * 6 * 256 });
    const compare = `
compare:
  one: { call: { api: chat } }
  other: { call: { api: chat } }
expect: { all: completion, equivalent: [status] }`;
    expect(estimate(compare).requests).toBe(2);
  });

  it('counts a step that goes on for a number of times at its most', () => {
    const body = 'call: { api: chat }\nexpect: { status: 429 }\neventually: { times: "${models.system.beyond-limit}" }';
    expect(estimate(body).requests).toBe(8);
    expect(estimate(body.replace(/times: .*/, 'times: 3 }')).requests).toBe(3);
  });

  it('counts no tokens of a request that goes to no model', () => {
    expect(estimate('request: { path: /api/2.0/x, json: { a: b } }\nexpect: { status: 200 }')).toEqual({
      requests: 1,
      inputTokens: 0,
      outputTokens: 0,
    });
    const raw = '{ model: m, max_tokens: 7, messages: [] }';
    const path = '/ai-gateway/mlflow/v1/chat/completions';
    expect(estimate(`request: { path: ${path}, json: ${raw} }\nexpect: { status: 200 }`).outputTokens).toBe(7);
  });

  it('counts nothing of what is skipped', () => {
    const body = 'call: { api: chat }\nexpect: { status: 429 }\neventually: { times: "${models.system.beyond-limit}" }';
    expect(estimate(body, smallTarget)).toEqual({ requests: 0, inputTokens: 0, outputTokens: 0 });
  });
});

describe('clearly more requests than a limit', () => {
  it('are twice as many and some', () => {
    expect(beyondLimit(limited.models['system'])).toBe(8);
    expect(beyondLimit(smallTarget.models['system'])).toBeUndefined();
    expect(beyondLimit(undefined)).toBeUndefined();
  });
});
