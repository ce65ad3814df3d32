import { expect, it } from 'vitest';
import { hasProxy, noProxyList, proxyFromEnvironment } from './proxy-settings.js';
import { proxyServer } from './testing/proxy-server.js';
import { bodyText, deadPort, get, rawServer, testClient } from './testing/raw-server.js';
import { tlsServer } from './testing/tls-server.js';

const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

it('reaches the target through a tunnel, with its headers as they were given', async () => {
  const server = await rawServer((socket) => socket.write(ok));
  const proxy = await proxyServer();
  const exchange = await testClient({}, { proxy: { http: proxy.url, loopback: true } }).send({
    ...get(server.url),
    headers: [
      ['X-B', '1'],
      ['x-a', '2'],
      ['X-B', '3'],
    ],
  });
  expect(exchange.fault).toBeUndefined();
  expect(bodyText(exchange)).toBe('ok');
  expect(proxy.tunnels).toEqual([`127.0.0.1:${server.port}`]);
  expect(server.requests[0]?.split('\r\n').slice(3, 6)).toEqual(['X-B: 1', 'x-a: 2', 'X-B: 3']);
});

it('sends nothing for this machine through a proxy unless it is asked to', async () => {
  const server = await rawServer((socket) => socket.write(ok));
  const proxy = await proxyServer();
  const client = testClient({}, { proxy: { http: proxy.url, https: proxy.url } });
  for (const host of ['127.0.0.1', 'localhost']) {
    expect(bodyText(await client.send(get(`http://${host}:${server.port}/`)))).toBe('ok');
  }
  expect(proxy.tunnels).toEqual([]);
});

it('heeds NO_PROXY, by host, by domain, and with a port', async () => {
  const server = await rawServer((socket) => socket.write(ok));
  const proxy = await proxyServer();
  for (const noProxy of ['other.test,127.0.0.1', `127.0.0.1:${server.port}`, '*']) {
    const client = testClient({}, { proxy: { http: proxy.url, noProxy, loopback: true } });
    expect(bodyText(await client.send(get(server.url)))).toBe('ok');
  }
  expect(proxy.tunnels).toEqual([]);
  const client = testClient({}, { proxy: { http: proxy.url, noProxy: `127.0.0.1:1`, loopback: true } });
  expect(bodyText(await client.send(get(server.url)))).toBe('ok');
  expect(proxy.tunnels).toHaveLength(1);
});

it('proves itself to the proxy and shows its password to nobody else', async () => {
  const server = await rawServer((socket) => socket.write(ok));
  const proxy = await proxyServer();
  const http = proxy.url.replace('//', '//user:pass-word@');
  const exchange = await testClient({}, { proxy: { http, loopback: true } }).send(get(server.url));
  expect(bodyText(exchange)).toBe('ok');
  expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('user:pass-word').toString('base64')}`]);
  expect(server.requests[0]).not.toMatch(/proxy-authorization/i);
});

it.each([407, 403, 502])('says that the proxy answered %i instead of opening a tunnel', async (status) => {
  const proxy = await proxyServer(status);
  const http = proxy.url.replace('//', '//user:pass-word@');
  const exchange = await testClient({}, { proxy: { http, loopback: true } }).send(get('http://127.0.0.1:9/'));
  expect(exchange.fault).toMatchObject({ code: 'proxy', beforeResponse: true });
  expect(exchange.fault?.message).toBe(
    `The proxy 127.0.0.1:${proxy.port} did not open a tunnel to 127.0.0.1:9 (HTTP ${status}).`,
  );
});

it('reports a proxy that cannot be reached, or that hangs up', async () => {
  const dead = testClient({}, { proxy: { http: `http://127.0.0.1:${await deadPort()}`, loopback: true } });
  expect((await dead.send(get('http://127.0.0.1:9/'))).fault).toMatchObject({ code: 'proxy', cause: 'ECONNREFUSED' });
  const rude = await rawServer((socket) => socket.end());
  const client = testClient({}, { proxy: { http: rude.url, loopback: true } });
  expect((await client.send(get('http://127.0.0.1:9/'))).fault).toMatchObject({ code: 'proxy', beforeResponse: true });
  expect(rude.connections()).toBe(1);
});

it('bounds the way through a proxy that never answers', async () => {
  const silent = await rawServer(() => {});
  const client = testClient({ connectMs: 50 }, { proxy: { http: silent.url, loopback: true } });
  expect((await client.send(get('http://127.0.0.1:9/'))).fault).toMatchObject({ code: 'connect-timeout' });
});

it('blames the gateway, not the proxy, for a certificate inside the tunnel', async () => {
  const server = await tlsServer();
  const proxy = await proxyServer();
  const exchange = await testClient({}, { proxy: { https: proxy.url, loopback: true } }).send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'tls', cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  expect(proxy.tunnels).toEqual([`127.0.0.1:${server.port}`]);
});

it('sends nothing around a proxy that is named and cannot be used', async () => {
  const server = await rawServer((socket) => socket.write(ok));
  const client = testClient({}, { proxy: proxyFromEnvironment({ HTTPS_PROXY: 'ftp://user:pass-word@proxy.test' }) });
  const exchange = await client.send(get(server.url));
  expect(exchange.fault?.code).toBe('proxy');
  expect(exchange.fault?.message).not.toContain('pass-word');
  expect(server.connections()).toBe(0);
});

it('reads the environment, lower case first', () => {
  expect(proxyFromEnvironment({})).toEqual({});
  expect(proxyFromEnvironment({ HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2', NO_PROXY: 'x' })).toEqual({
    https: 'http://b:2',
    noProxy: 'x',
  });
  expect(proxyFromEnvironment({ http_proxy: '', HTTP_PROXY: 'http://a:1' })).toEqual({});
  expect(proxyFromEnvironment({ HTTP_PROXY: 'proxy.test:3128' })).toEqual({ http: 'http://proxy.test:3128' });
  expect(hasProxy({ noProxy: 'x' })).toBe(false);
  expect(noProxyList({ noProxy: 'x' })).toBe('x,localhost,127.0.0.1,[::1]');
});
