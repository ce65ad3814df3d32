import { describe, expect, it } from 'vitest';
import { type RawResponse, send, simulation, tokenOf } from '../testing/simulation.js';

describe('a simulated warehouse', () => {
  const account = simulation();

  function get(id: string, as = 'default', site = 'home'): Promise<RawResponse> {
    const headers = { authorization: `Bearer ${tokenOf(account(), as)}` };
    return send(account().origins[site] ?? '', { method: 'GET', path: `/api/2.0/sql/warehouses/${id}`, headers });
  }

  it.each([
    ['a0b1c2d3e4f50001', 'default', 'PRO', true],
    ['a0b1c2d3e4f50002', 'classic', 'CLASSIC', false],
  ])('%s says of what kind it is', async (id, name, type, serverless) => {
    const { status, json } = await get(id);
    expect(status).toBe(200);
    expect(json).toEqual({
      id,
      name,
      state: 'RUNNING',
      warehouse_type: type,
      enable_serverless_compute: serverless,
    });
  });

  it.each([
    ['that is not there', 'ffff', 'default', 'home', 404],
    ['of another workspace', 'a0b1c2d3e4f50001', 'default', 'second', 404],
    ['that the caller may not use', 'a0b1c2d3e4f50002', 'without-system-execute', 'home', 403],
    ['below a path that is none', 'a0b1c2d3e4f50001/edit', 'default', 'home', 404],
  ])('%s is refused', async (_what, id, as, site, status) => {
    expect((await get(id, as, site)).status).toBe(status);
  });
});
