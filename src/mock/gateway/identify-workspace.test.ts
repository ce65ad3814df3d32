import { describe, expect, it } from 'vitest';
import { ask, saidBy, send, simulation, tokenOf } from '../testing/simulation.js';
import { whoAmIPath } from './who-am-i.js';

const account = simulation();
const idOf = (workspace: string) => account().targetDocument.workspaces[workspace]?.id ?? '';

describe('a model service', () => {
  it.each(['home', 'second'])('answers on the URL of %s, which shares its metastore', async (site) => {
    expect(saidBy(await ask(account(), { site }))).toContain('Hello');
  });

  it.each(['home', 'second'])('answers on the account-level URL for %s', async (workspace) => {
    const response = await ask(account(), {
      site: 'account',
      headers: { 'X-Databricks-Workspace-Id': idOf(workspace) },
    });
    expect(saidBy(response)).toContain('Hello');
  });

  it.each([
    ['home', 'other.llm.assistant', 404],
    ['foreign', 'other.llm.assistant', 200],
    ['foreign', 'main.llm.assistant', 404],
  ])('of its metastore only: from %s, %s gives %i by either route', async (workspace, model, status) => {
    const byHost = await ask(account(), { site: workspace, model });
    const headers = { 'x-databricks-workspace-id': idOf(workspace) };
    const byHeader = await ask(account(), { site: 'account', model, headers });
    expect([byHost.status, byHeader.status]).toEqual([status, status]);
  });

  it('is looked up from the workspace of the URL, whatever the header says', async () => {
    const headers = { 'x-databricks-workspace-id': idOf('foreign') };
    expect((await ask(account(), { headers })).status).toBe(200);
    expect((await ask(account(), { headers, model: 'other.llm.assistant' })).status).toBe(404);
  });
});

describe('the account-level URL', () => {
  it.each<[id: string | string[] | undefined, status: number, code: string]>([
    [undefined, 400, 'BAD_REQUEST'],
    ['', 400, 'INVALID_PARAMETER_VALUE'],
    ['0', 400, 'INVALID_PARAMETER_VALUE'],
    ['-1000000000000001', 400, 'INVALID_PARAMETER_VALUE'],
    ['01000000000000001', 400, 'INVALID_PARAMETER_VALUE'],
    ['1e15', 400, 'INVALID_PARAMETER_VALUE'],
    ['home', 400, 'INVALID_PARAMETER_VALUE'],
    [['1000000000000001', '1000000000000001'], 400, 'INVALID_PARAMETER_VALUE'],
    ['1000000000000009', 404, 'NOT_FOUND'],
  ])('refuses the workspace id %j with %i %s', async (id, status, code) => {
    const headers = id === undefined ? {} : { 'x-databricks-workspace-id': id };
    const response = await ask(account(), { site: 'account', headers });
    expect(response.status).toBe(status);
    expect(response.json).toMatchObject({ error_code: code, details: [{ request_id: expect.any(String) }] });
  });
});

describe('who am I', () => {
  const me = (site: string, headers: Record<string, string> = {}) =>
    send(account().origins[site] ?? '', {
      method: 'GET',
      path: whoAmIPath,
      headers: { authorization: `Bearer ${tokenOf(account(), 'granted')}`, ...headers },
    });

  it.each(['home', 'second', 'foreign'])('names the principal and the workspace of %s', async (workspace) => {
    const byHost = await me(workspace);
    expect(byHost.json).toMatchObject({
      userName: 'granted@simulated.example',
      groups: [{ display: 'account users' }, { display: 'model users' }],
    });
    expect(byHost.headers['x-databricks-org-id']).toBe(idOf(workspace));
    const byHeader = await me('account', { 'x-databricks-workspace-id': idOf(workspace) });
    expect(byHeader.headers['x-databricks-org-id']).toBe(idOf(workspace));
    expect(byHeader.json).toEqual(byHost.json);
  });

  it('needs a workspace on the account-level URL', async () => {
    expect((await me('account')).status).toBe(400);
  });

  it('answers to GET only', async () => {
    const headers = { authorization: `Bearer ${tokenOf(account(), 'granted')}` };
    const response = await send(account().origins['home'] ?? '', { path: whoAmIPath, headers });
    expect(response.status).toBe(404);
    expect(response.json).toMatchObject({ error_code: 'ENDPOINT_NOT_FOUND' });
  });
});
