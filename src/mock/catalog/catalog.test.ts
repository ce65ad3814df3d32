import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account.js';
import { defaultAccount } from '../account/default-account.js';
import type { SimulatedAccount } from '../start.js';
import { ask, type RawResponse, send, simulation, tokenOf } from '../testing/simulation.js';

const scratch = 'scratch.llm.assistant';
const catalog = '/api/2.1/unity-catalog';

/** A schema whose first services its callers may not see, owned by one of them. */
function crowded(): Account {
  const account = defaultAccount();
  const [home, ...others] = account.metastores;
  const [service] = home?.catalogs.find(({ name }) => name === 'scratch')?.schemas[0]?.services ?? [];
  if (home === undefined || service === undefined) throw new Error('the standard account has no scratch service');
  const services = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...service, name }));
  const many = { name: 'many', schemas: [{ name: 'llm', owner: 'admin', services }] };
  const grant = (to: string, privileges: Account['grants'][number]['privileges'], on: string) => ({
    metastore: home.id,
    to,
    privileges,
    on,
  });
  const strangers = Array.from({ length: 200 }, (_, index) => grant(`somebody-${index}`, ['EXECUTE'], 'many.llm.a'));
  return {
    ...account,
    metastores: [{ ...home, catalogs: [...home.catalogs, many] }, ...others],
    grants: [
      ...account.grants,
      grant('grantee', ['USE CATALOG', 'USE SCHEMA'], 'many'),
      grant('grantee', ['EXECUTE'], 'many.llm.e'),
      ...strangers,
    ],
  };
}

const account = simulation({ account: crowded() });

function at(path: string, as = 'admin', change?: object): Promise<RawResponse> {
  return from(account(), path, as, change);
}

function from(simulated: SimulatedAccount, path: string, as: string, change?: object): Promise<RawResponse> {
  const headers = { authorization: `Bearer ${tokenOf(simulated, as)}`, 'content-type': 'application/json' };
  const body = change === undefined ? {} : { body: JSON.stringify(change) };
  const method = change === undefined ? 'GET' : 'PATCH';
  return send(simulated.origins['home'] ?? '', { method, path: `${catalog}${path}`, headers, ...body });
}

const change = (principal: string, add: readonly string[], remove: readonly string[] = []) => ({
  changes: [{ principal, add, remove }],
});

describe('the permissions of a securable', () => {
  it('name each principal with its own privileges, and nothing that is inherited', async () => {
    const { status, json } = await at(`/permissions/model_service/${scratch}`);
    expect([status, json]).toEqual([
      200,
      { privilege_assignments: [{ principal: 'grantee', privileges: ['EXECUTE'] }] },
    ]);
    expect((await at('/permissions/catalog/scratch?principal=grantee')).json).toEqual({
      privilege_assignments: [{ principal: 'grantee', privileges: ['USE_CATALOG'] }],
    });
  });

  it('are told to who manages it, and to everybody about themselves', async () => {
    const path = `/permissions/model_service/${scratch}`;
    expect((await at(path, 'no-grants')).status).toBe(403);
    expect((await at(`${path}?principal=grantee`, 'no-grants')).status).toBe(403);
    expect((await at(`${path}?principal=grantee`, 'grantee')).status).toBe(200);
    expect((await at('/permissions/schema/many.llm')).status).toBe(200);
    expect((await at('/permissions/catalog/many')).status).toBe(403);
  });

  it('show with the effective ones what is inherited, and from where', async () => {
    const { json } = await at('/effective-permissions/model_service/many.llm.e?principal=grantee');
    expect(json.privilege_assignments).toEqual([{ principal: 'grantee', privileges: [{ privilege: 'EXECUTE' }] }]);
    const inherited = await at(`/effective-permissions/model_service/${scratch}?principal=default`);
    expect(inherited.json.privilege_assignments).toEqual([
      {
        principal: 'default',
        privileges: [{ privilege: 'EXECUTE', inherited_from_type: 'CATALOG', inherited_from_name: 'scratch' }],
      },
    ]);
  });

  it.each(['permissions', 'effective-permissions'])('come in pages to who asks for pages of %s', async (kind) => {
    const path = `/${kind}/model_service/many.llm.a`;
    const principals = ({ json }: RawResponse) =>
      json.privilege_assignments.map(({ principal }: { readonly principal: string }) => principal);
    const first = await at(`${path}?max_results=0`);
    expect([principals(first).length, first.json.next_page_token]).toEqual([150, '150']);
    const second = await at(`${path}?max_results=0&page_token=150`);
    expect(second.json).not.toHaveProperty('next_page_token');
    expect([...principals(first), ...principals(second)]).toEqual(principals(await at(path)));
    for (const length of [-1, 1, 149]) expect((await at(`${path}?max_results=${length}`)).status).toBe(400);
    expect((await at(`${path}?max_results=0&page_token=some`)).status).toBe(400);
  });

  it.each([
    ['/permissions/model_service/scratch.llm.nobody', 404, 'RESOURCE_DOES_NOT_EXIST'],
    ['/permissions/schema/scratch.nobody', 404, 'SCHEMA_DOES_NOT_EXIST'],
    ['/permissions/catalog/scratch.llm', 404, 'CATALOG_DOES_NOT_EXIST'],
    [`/permissions/model/${scratch}`, 400, 'INVALID_STATE'],
    ['/permissions/volume/scratch', 400, 'INVALID_PARAMETER_VALUE'],
    ['/volumes', 404, 'ENDPOINT_NOT_FOUND'],
  ])('%s: %i %s', async (path, status, code) => {
    const response = await at(path);
    expect([response.status, response.json.error_code]).toEqual([status, code]);
  });

  it('are not told to a caller without a credential', async () => {
    const { status } = await send(account().origins['home'] ?? '', {
      method: 'GET',
      path: `${catalog}/permissions/model_service/${scratch}`,
    });
    expect(status).toBe(401);
  });
});

describe('a change of permissions', () => {
  const changing = simulation();
  const path = `/permissions/model_service/${scratch}`;

  it('is refused to who does not manage the securable, and changes nothing', async () => {
    const refused = await from(changing(), path, 'grantee', change('grantee', [], ['EXECUTE']));
    expect([refused.status, refused.json.error_code]).toEqual([403, 'PERMISSION_DENIED']);
    expect((await ask(changing(), { as: 'grantee', model: scratch })).status).toBe(200);
  });

  it('is shown in its answer, and followed by the gateway', async () => {
    const removed = await from(changing(), path, 'admin', change('grantee', [], ['EXECUTE']));
    expect([removed.status, removed.json]).toEqual([200, {}]);
    expect((await ask(changing(), { as: 'grantee', model: scratch })).status).toBe(403);
    const added = await from(changing(), path, 'admin', change('grantee', ['EXECUTE']));
    expect(added.json.privilege_assignments).toEqual([{ principal: 'grantee', privileges: ['EXECUTE'] }]);
    expect((await ask(changing(), { as: 'grantee', model: scratch })).status).toBe(200);
  });

  it('of the service leaves what is inherited', async () => {
    await from(changing(), '/permissions/schema/scratch.llm', 'admin', change('grantee', ['EXECUTE']));
    await from(changing(), path, 'admin', change('grantee', [], ['EXECUTE']));
    expect((await ask(changing(), { as: 'grantee', model: scratch })).status).toBe(200);
  });

  it.each([
    ['a privilege that means nothing there', change('grantee', ['USE_CATALOG']), 400],
    ['an unknown privilege', change('grantee', ['FLY']), 400],
    ['an unknown principal', change('nobody', ['EXECUTE']), 404],
    ['no changes', {}, 400],
    ['a change that is none', { changes: ['EXECUTE'] }, 400],
    ['a change of nobody', { changes: [{ add: ['EXECUTE'] }] }, 400],
    ['a change that adds no list', { changes: [{ principal: 'grantee', add: 'EXECUTE' }] }, 400],
  ])('with %s is refused', async (_what, body, status) => {
    expect((await from(changing(), path, 'admin', body)).status).toBe(status);
  });
});

describe('the list of model services', () => {
  const parent = 'parent=schemas/many.llm';

  const pageAfter = ({ json }: RawResponse) =>
    at(`/model-services?${parent}&page_size=2&page_token=${encodeURIComponent(json.next_page_token)}`, 'grantee');

  it('may begin with empty pages, each of which says that more follow', async () => {
    const first = await at(`/model-services?${parent}&page_size=2`, 'grantee');
    expect(first.json).toEqual({ model_services: null, next_page_token: expect.any(String) });
    const second = await pageAfter(first);
    expect(second.json).toEqual({ model_services: null, next_page_token: expect.any(String) });
    const third = await pageAfter(second);
    expect(third.json.model_services.map(({ name }: { readonly name: string }) => name)).toEqual([
      'model-services/many.llm.e',
    ]);
    expect(third.json).not.toHaveProperty('next_page_token');
  });

  it('is whole to who manages the schema', async () => {
    const { json } = await at(`/model-services?${parent}`);
    expect(json.model_services).toHaveLength(5);
  });

  it.each([
    ['no parent', ''],
    ['a parent that is no schema', 'parent=catalogs/many'],
    ['a size that is none', `${parent}&page_size=some`],
    ['too large a page', `${parent}&page_size=101`],
    ['a token that is none', `${parent}&page_token=some`],
    ['a token that is not encoded', `${parent}&page_size=2&page_token=2+&=`],
  ])('is refused with %s', async (_what, query) => {
    expect((await at(`/model-services?${query}`)).status).toBe(400);
  });

  it('does not exist for a schema that does not', async () => {
    expect((await at('/model-services?parent=schemas/many.none')).status).toBe(404);
  });

  it('has one service under its own path, which who may not see it does not find', async () => {
    expect((await at('/model-services/many.llm.e', 'grantee')).json).toMatchObject({
      name: 'model-services/many.llm.e',
      supported_api_types: expect.arrayContaining([expect.any(String)]),
    });
    expect((await at('/model-services/many.llm.a', 'grantee')).status).toBe(404);
    expect((await at('/model-services/many.llm.none', 'grantee')).status).toBe(404);
  });
});
