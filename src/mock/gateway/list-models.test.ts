import { describe, expect, it } from 'vitest';
import { ask, send, simulation, tokenOf } from '../testing/simulation.js';
import { listModelsPath } from './list-models.js';

const account = simulation();

const list = (as: string, site = 'home', headers: Record<string, string> = {}) =>
  send(account().origins[site] ?? '', {
    method: 'GET',
    path: listModelsPath,
    headers: { authorization: `Bearer ${tokenOf(account(), as)}`, ...headers },
  });

const idsIn = ({ json }: { readonly json: { readonly data: readonly { readonly id: string }[] } }) =>
  json.data.map(({ id }) => id);

const refusing = ['main.llm.disabled', 'main.llm.policy-fails', 'main.llm.unavailable'];

describe('the list of models', () => {
  it('has the shape of the API', async () => {
    expect((await list('no-grants')).json).toEqual({
      data: [
        {
          id: 'system.ai.databricks-claude-sim-1',
          type: 'model',
          display_name: 'databricks-claude-sim-1',
          created_at: '2026-01-01T00:00:00Z',
        },
      ],
      has_more: false,
      first_id: 'system.ai.databricks-claude-sim-1',
      last_id: 'system.ai.databricks-claude-sim-1',
    });
  });

  it.each<[as: string, ids: readonly string[]]>([
    [
      'default',
      [
        'system.ai.databricks-claude-sim-1',
        'main.llm.assistant',
        'main.llm.limited',
        'main.llm.limited-by-user',
        'main.llm.limited-by-tokens',
        'main.llm.limited-by-group',
        'main.llm.disabled',
        'main.llm.denied-before-the-call',
        'main.llm.denied-after-the-call',
        'main.llm.redacted',
        'main.llm.passed',
        'main.llm.policy-fails',
        'main.llm.unavailable',
        'main.llm.falls-back',
        'main.llm.refers-to-system',
        'main.shared.assistant',
        'scratch.llm.assistant',
      ],
    ],
    ['granted', ['system.ai.databricks-claude-sim-1', 'main.llm.assistant']],
    ['without-execute', ['system.ai.databricks-claude-sim-1']],
  ])('shows %s what it may query, which then answers', async (as, ids) => {
    expect(idsIn(await list(as))).toEqual(ids);
    const enabled = ids.filter((id) => !refusing.includes(id));
    for (const model of enabled) expect((await ask(account(), { as, api: 'messages', model })).status).toBe(200);
  });

  it('is that of the workspace, by either route', async () => {
    const id = account().targetDocument.workspaces['foreign']?.id ?? '';
    expect(idsIn(await list('default', 'foreign'))).toEqual(['other.llm.assistant']);
    expect(idsIn(await list('default', 'account', { 'x-databricks-workspace-id': id }))).toEqual([
      'other.llm.assistant',
    ]);
    expect((await list('default', 'account')).status).toBe(400);
  });

  it('may be empty', async () => {
    const empty = { data: [], has_more: false, first_id: null, last_id: null };
    expect((await list('granted', 'foreign')).json).toEqual(empty);
  });

  it('needs a credential', async () => {
    expect((await list('expired')).status).toBe(403);
    expect((await list('default', 'home', { authorization: '' })).status).toBe(401);
  });
});
