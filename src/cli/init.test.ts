import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, temporaryFile, temporaryFolder } from './testing/command-line.js';
import { serveGateway, token } from './testing/gateways.js';

const json = { 'content-type': 'application/json', 'x-databricks-org-id': '7000000000000001' };

/** The pages of the listing, of which the first is emptied by what the caller may not see. */
const pages: Readonly<Record<string, object>> = {
  '': { model_services: null, next_page_token: 'two' },
  two: { model_services: [{ name: 'model-services/system.ai.one' }, { name: 'a: "b"\n' }], next_page_token: 'three' },
  three: { model_services: [{ name: 'model-services/system.ai.two' }] },
};

describe('init', () => {
  it('writes a target that is valid, offline', async () => {
    const cwd = temporaryFolder();
    expect(await commandLine(['init', 'west.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    await expect(readFileSync(join(cwd, 'west.yaml'), 'utf8')).toMatchFileSnapshot('golden/init.yaml');
    expect(await commandLine(['check', '--target', 'west.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('leaves a file that is there as it is', async () => {
    const file = temporaryFile('west.yaml', 'mine');
    const { code, stderr } = await commandLine(['init', file]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('error[target.unwritable]') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('asks the workspace for its id and, in small pages to the last one, for its model services', async () => {
    const asked: string[] = [];
    const gateway = await serveGateway((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      const ofListing = pathname.endsWith('/model-services');
      if (ofListing) asked.push(`${searchParams.get('parent')} ${searchParams.get('page_size')}`);
      response.writeHead(200, json).end(JSON.stringify(ofListing ? pages[searchParams.get('page_token') ?? ''] : {}));
    });
    const cwd = temporaryFolder();
    const environment = { DATABRICKS_HOST: gateway.url, DATABRICKS_TOKEN: token };
    const { code, stderr } = await commandLine(['init', '--ask'], { cwd, environment });
    await gateway.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(asked).toEqual(Array(3).fill('schemas/system.ai 10'));
    const written = readFileSync(join(cwd, 'target.yaml'), 'utf8');
    expect(written).toContain(`home: { url: "${gateway.url}", id: "7000000000000001" }`);
    expect(written).toContain('system: { fqn: system.ai.one, apis: [chat] }');
    expect(written).toContain('#   system.ai.two\n');
    expect(written).not.toContain('"b"');
    expect(written).not.toContain(token);
    const checked = await commandLine(['check', '--target', 'target.yaml'], { cwd, environment });
    expect(checked).toMatchObject({ code: 0, stderr: '' });
  });

  it('comes to an end when the pages do not', async () => {
    const endless = JSON.stringify({ model_services: [], next_page_token: 'more' });
    const gateway = await serveGateway((_request, response) => response.writeHead(200, json).end(endless));
    const environment = { DATABRICKS_HOST: gateway.url, DATABRICKS_TOKEN: token };
    const { code, stderr } = await commandLine(['init', '--ask'], { environment });
    await gateway.close();
    expect(code).toBe(3);
    expect(stderr).toContain('names another page after 100 pages');
  });

  it('writes nothing when the workspace does not list', async () => {
    const gateway = await serveGateway((_request, response) => response.writeHead(403, json).end('{}'));
    const environment = { DATABRICKS_HOST: gateway.url, DATABRICKS_TOKEN: token };
    const { code, stderr } = await commandLine(['init', '--ask'], { environment });
    await gateway.close();
    expect(code).toBe(3);
    expect(stderr).toContain('error[target.no-listing]');
    expect(stderr).toContain('does not list the model services of system.ai: HTTP 403');
  });
});
