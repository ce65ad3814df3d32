import { describe, expect, it } from 'vitest';
import type { ApiName } from '../account/account.js';
import { ask, paths, type RawRequest, saidBy, send, simulation, tokenOf } from '../testing/simulation.js';

const account = simulation();
const enforced = simulation({ namesEnforced: true });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function raw(request: RawRequest) {
  const authorization = `Bearer ${tokenOf(account(), 'default')}`;
  const headers = { authorization, 'content-type': 'application/json', ...request.headers };
  return send(account().origins['home'] ?? '', { ...request, headers });
}

describe('naming', () => {
  it.each(['system.ai.databricks-claude-sim-1', 'databricks-claude-sim-1', 'main.llm.assistant'])(
    '%s is answered by the provider, under its own id',
    async (model) => {
      for (const api of ['chat', 'messages'] as const) {
        const response = await ask(account(), { model, api });
        expect(response.status).toBe(200);
        expect(response.json.model).toBe('claude-sim-1-20260101');
      }
    },
  );

  it.each([
    ['main.llm.nobody', "'main.llm.nobody' does not exist"],
    ['gpt-5.3-codex', "'system.ai.gpt-5-3-codex' does not exist"],
    ['llm.assistant', "'system.ai.llm-assistant' does not exist"],
    [' main.llm.assistant', "' main.llm.assistant' does not exist"],
  ])('%j does not exist', async (model, message) => {
    const response = await ask(account(), { model });
    expect(response.status).toBe(404);
    expect(response.json).toMatchObject({ error_code: 'NOT_FOUND', message });
  });

  it.each([undefined, null, '', 7, ['main.llm.assistant'], {}])('%j names no model', async (model) => {
    const response = await ask(account(), { model });
    expect(response.status).toBe(400);
    expect(response.json.message).toContain("'model' must be a non-empty string");
  });

  it('may be bare no more where names are enforced', async () => {
    const bare = await ask(enforced(), { model: 'databricks-claude-sim-1' });
    expect(bare.status).toBe(501);
    expect(bare.json).toMatchObject({
      error_code: 'NOT_IMPLEMENTED',
      message: "'databricks-claude-sim-1' is no longer available. Use Unity Catalog model services (v3).",
    });
    expect((await ask(enforced(), { model: 'system.ai.databricks-claude-sim-1' })).status).toBe(200);
    const { features } = enforced().targetDocument;
    expect(features).toContain('names-enforced');
    expect(features).not.toContain('bare-names');
  });
});

describe('paths', () => {
  it.each([
    ['POST', '/ai-gateway/mlflow/v1/nonsense'],
    ['POST', '/ai-gateway/anthropic/v1/messages/count_tokens'],
    ['POST', '/ai-gateway/mlflow/v1/chat/completions/'],
    ['POST', '/ai-gateway/mlflow/v1/chat%2Fcompletions'],
    ['POST', '/ai-gateway/mlflow/v1/chat/completions/v1/messages?beta=true'],
    ['POST', '/ai-gateway/%'],
    ['GET', '/ai-gateway/mlflow/v1/models'],
    ['GET', '/ai-gateway/openai/v1/models'],
    ['GET', '/ai-gateway/mlflow/v1/chat/completions'],
    ['DELETE', '/ai-gateway/anthropic/v1/messages'],
    ['POST', '/ai-gateway/anthropic/v1/models'],
  ])('%s %s is no API', async (method, path) => {
    const response = await raw({ method, path });
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({
      error_code: 'BAD_REQUEST',
      message: `Request path '${path}' doesn't match any known API type and is classified as an unmanaged api request.`,
    });
  });

  it.each(Object.values(paths))('HEAD %s is answered with 400 and no body', async (path) => {
    const response = await raw({ method: 'HEAD', path });
    expect(response.status).toBe(400);
    expect(response.text).toBe('');
    expect(response.headers['x-request-id']).toMatch(uuid);
  });

  it.each(['/', '/ai-gateway', '/serving-endpoints/main.llm.assistant/invocations', '//ai-gateway/x'])(
    'POST %s is not found',
    async (path) => {
      const response = await raw({ path, body: '{}' });
      expect(response.status).toBe(404);
      expect(response.json).toMatchObject({ error_code: 'ENDPOINT_NOT_FOUND' });
    },
  );

  it('may carry a query, as one official client sends it', async () => {
    const body = JSON.stringify({
      model: 'main.llm.assistant',
      max_tokens: 9,
      messages: [{ role: 'user', content: 'Say hello.' }],
    });
    expect((await raw({ path: `${paths['messages']}?beta=true`, body })).status).toBe(200);
  });
});

describe('bodies', () => {
  it.each<[found: string, body: string | Uint8Array, status: number, code: string]>([
    ['nothing', '', 400, 'MALFORMED_REQUEST'],
    ['half an object', '{"model":', 400, 'MALFORMED_REQUEST'],
    ['an array', '[]', 400, 'MALFORMED_REQUEST'],
    ['null', 'null', 400, 'MALFORMED_REQUEST'],
    ['a string', '"model"', 400, 'MALFORMED_REQUEST'],
    ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 400, 'MALFORMED_REQUEST'],
    ['an empty object', '{}', 400, 'INVALID_PARAMETER_VALUE'],
    ['a model in the prototype', '{"__proto__":{"model":"main.llm.assistant"}}', 400, 'INVALID_PARAMETER_VALUE'],
  ])('that hold %s are refused', async (_, body, status, code) => {
    const response = await raw({ path: paths['chat'] ?? '', body });
    expect(response.status).toBe(status);
    expect(response.json).toMatchObject({ error_code: code });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json-seq', ''])(
    'of type %j are refused',
    async (type) => {
      const response = await ask(account(), { headers: { 'content-type': type } });
      expect(response.status).toBe(415);
      expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST' });
    },
  );

  it.each(['application/json; charset=utf-8', 'Application/JSON'])('of type %j are read', async (type) => {
    expect((await ask(account(), { headers: { 'content-type': type } })).status).toBe(200);
  });
});

describe('a model', () => {
  it('answers on its own APIs only, and says which', async () => {
    const response = await ask(account(), { api: 'messages', model: 'databricks-llama-sim-1' });
    expect(response.status).toBe(400);
    expect(response.json.message).toBe(
      "API type 'anthropic/v1/messages' is not supported by 'system.ai.databricks-llama-sim-1'. Supported API types: [mlflow/v1/chat/completions]",
    );
  });

  it.each<[ApiName, (text: string) => Readonly<Record<string, unknown>>]>([
    ['chat', (text) => ({ messages: [{ role: 'user', content: text }] })],
    ['messages', (text) => ({ messages: [{ role: 'user', content: text }] })],
    ['responses', (text) => ({ input: text })],
    ['gemini', (text) => ({ contents: [{ role: 'user', parts: [{ text }] }] })],
    ['embeddings', (text) => ({ input: text })],
  ])('reads no more on %s than its context window holds', async (api, asking) => {
    expect((await ask(account(), { api, body: asking('word '.repeat(1000)) })).status).toBe(200);
    const response = await ask(account(), { api, body: asking('-'.repeat(4 * 1024 * 1024)) });
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST', message: expect.stringContaining('too long') });
  });

  it('that answers in blocks gives its reasoning first', async () => {
    const response = await ask(account(), { model: 'databricks-llama-sim-1' });
    expect(response.json.choices[0].message.content).toEqual([
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Follow the script.' }] },
      { type: 'text', text: 'Hello! How can I help you today?' },
    ]);
  });

  it('remembers what was said before, by both APIs', async () => {
    const messages = [
      { role: 'user', content: 'My name is Ada.' },
      { role: 'assistant', content: 'Hello, Ada.' },
      { role: 'user', content: 'What is my name?' },
    ];
    for (const api of ['chat', 'messages'] as const) {
      expect(saidBy(await ask(account(), { api, body: { messages } }))).toBe('Your name is Ada.');
    }
  });

  it('answers many callers at once, each with its own answer', async () => {
    const texts = Array.from({ length: 200 }, (_, index) => `text ${index}`);
    const answers = await Promise.all(
      texts.map((text, index) =>
        ask(account(), { prompt: `Repeat exactly: ${text}`, api: index % 2 === 0 ? 'chat' : 'messages' }),
      ),
    );
    expect(answers.map(saidBy)).toEqual(texts);
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(texts.length);
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(texts.length);
  });
});

describe('request ids', () => {
  it('stand in the header of every response, and in the standard envelope', async () => {
    const good = await ask(account());
    const bad = await ask(account(), { model: 'main.llm.nobody' });
    const unauthenticated = await ask(account(), { headers: { authorization: '' } });
    const ids = [good, bad, unauthenticated].map(({ headers }) => String(headers['x-request-id']));
    for (const id of ids) expect(id).toMatch(uuid);
    expect(new Set(ids).size).toBe(3);
    expect(bad.json.details).toEqual([
      { '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: ids[1], serving_data: '' },
    ]);
  });
});
