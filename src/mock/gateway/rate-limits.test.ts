import { describe, expect, it } from 'vitest';
import { defaultAccount } from '../account/default-account.js';
import { ask, paths, send, simulation, tokenOf } from '../testing/simulation.js';

const time = { now: Date.UTC(2026, 10, 20) };
const account = simulation({ now: () => time.now, account: defaultAccount() });
const passing = (milliseconds: number) => {
  time.now += milliseconds;
};

async function statuses(times: number, question: Parameters<typeof ask>[1]): Promise<readonly number[]> {
  const found: number[] = [];
  for (let sent = 0; sent < times; sent += 1) found.push((await ask(account(), question)).status);
  return found;
}

const limited = { model: 'main.llm.limited' };
const byUser = { model: 'main.llm.limited-by-user' };
const byTokens = { model: 'main.llm.limited-by-tokens', prompt: 'Count from 1 to 100.' };
const byGroup = { model: 'main.llm.limited-by-group' };

describe('a limit of a service', () => {
  it('answers as many requests in a period as it says, whoever asks, on whichever API', async () => {
    passing(10_000);
    expect(await statuses(2, limited)).toEqual([200, 200]);
    expect(await statuses(1, { ...limited, as: 'second-user', api: 'messages' })).toEqual([200]);
    expect(await statuses(2, limited)).toEqual([429, 429]);
    expect(await statuses(1, { ...limited, as: 'second-user', api: 'gemini' })).toEqual([429]);
  });

  it('is one for all workspaces and routes', async () => {
    passing(10_000);
    expect(await statuses(3, { ...limited, site: 'second' })).toEqual([200, 200, 200]);
    expect(await statuses(1, limited)).toEqual([429]);
  });

  it('is over when the period is, and does not count what it refused', async () => {
    passing(10_000);
    await statuses(6, limited);
    passing(999);
    expect(await statuses(1, limited)).toEqual([429]);
    passing(1);
    expect(await statuses(4, limited)).toEqual([200, 200, 200, 429]);
  });

  it('refuses in the standard envelope, and says when to come back', async () => {
    passing(10_000);
    await statuses(3, limited);
    passing(400);
    const { json, headers } = await ask(account(), { ...limited, stream: true });
    expect(json).toMatchObject({
      error_code: 'REQUEST_LIMIT_EXCEEDED',
      message: 'REQUEST_LIMIT_EXCEEDED: Exceeded workspace QPS rate limit for main.llm.limited.',
      details: [{ request_id: headers['x-request-id'] }],
    });
    expect(headers['retry-after']).toBe('1');
  });

  it('counts nothing of callers who may not query the service', async () => {
    passing(10_000);
    expect(await statuses(5, { ...limited, as: 'granted' })).toEqual([403, 403, 403, 403, 403]);
    expect(await statuses(1, limited)).toEqual([200]);
  });
});

describe('a limit of each user', () => {
  it('refuses one and not another, and does not say when to come back', async () => {
    passing(10_000);
    expect(await statuses(4, byUser)).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, { ...byUser, as: 'second-user' })).toEqual([200]);
    expect((await ask(account(), byUser)).headers).not.toHaveProperty('retry-after');
  });
});

describe('a limit of tokens', () => {
  it.each(['chat', 'messages', 'responses', 'gemini'] as const)(
    'lets the request through that exceeds it on %s, and refuses those that follow, on whichever API',
    async (api) => {
      passing(10_000);
      const sent = await statuses(12, { ...byTokens, api });
      expect(sent[0]).toBe(200);
      expect(sent.at(-1)).toBe(429);
      expect(await statuses(1, byTokens)).toEqual([429]);
      passing(1_000);
      expect(await statuses(1, byTokens)).toEqual([200]);
    },
  );

  it('counts what is said and not how often', async () => {
    passing(10_000);
    expect(await statuses(6, { ...byTokens, prompt: 'Say hello.' })).not.toContain(429);
  });
});

describe('a limit of a group', () => {
  it('is shared by its members, and passes over who has a limit of their own', async () => {
    passing(10_000);
    const others = { ...byGroup, as: 'second-user' };
    expect(await statuses(4, others)).toEqual([200, 200, 200, 429]);
    expect(await statuses(8, byGroup)).not.toContain(429);
  });
});

describe('what nobody may use', () => {
  it('is a service with a limit of zero, set by Databricks', async () => {
    expect((await ask(account(), { model: 'main.llm.disabled' })).json).toMatchObject({
      error_code: 'PERMISSION_DENIED',
      message: 'The endpoint is temporarily disabled due to a Databricks-set rate limit of 0.',
    });
  });

  it('is any service for a caller whose budget is used up, who is still known', async () => {
    const { status, json } = await ask(account(), { as: 'over-budget', model: 'databricks-claude-sim-1' });
    expect({ status, json }).toMatchObject({ status: 403, json: { error_code: 'PERMISSION_DENIED' } });
    expect(json.message).toContain('Budget');
    const headers = { authorization: `Bearer ${tokenOf(account(), 'over-budget')}` };
    const listed = await send(account().origins['home'] ?? '', {
      method: 'GET',
      path: paths.messages.replace('messages', 'models'),
      headers,
    });
    expect(listed.status).toBe(200);
  });
});
