/** Which requests go through which proxy. Proxies are URLs and may carry user information. */
export interface ProxySettings {
  readonly http?: string;
  readonly https?: string;
  /** As in the variable NO_PROXY: hosts or domains, with an optional port, separated by commas; or `*`. */
  readonly noProxy?: string;
  /** Send requests for this machine itself through the proxy as well. */
  readonly loopback?: boolean;
}

const loopbackHosts = 'localhost,127.0.0.1,[::1]';

/**
 * The settings as curl, git and undici read them: lower case first, then upper case. An https URL falls back to the
 * http proxy, as in undici's EnvHttpProxyAgent. Address ranges (10.0.0.0/8) in NO_PROXY are not understood there.
 */
export function proxyFromEnvironment(environment: Readonly<Record<string, string | undefined>>): ProxySettings {
  const http = environment['http_proxy'] ?? environment['HTTP_PROXY'];
  const https = environment['https_proxy'] ?? environment['HTTPS_PROXY'];
  const noProxy = environment['no_proxy'] ?? environment['NO_PROXY'];
  return {
    ...(http ? { http: withScheme(http) } : {}),
    ...(https ? { https: withScheme(https) } : {}),
    ...(noProxy === undefined ? {} : { noProxy }),
  };
}

/** `proxy.example:3128` is common, and means http. */
function withScheme(proxy: string): string {
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

const schemes = new Set(['http:', 'https:', 'socks5:', 'socks:']);

/** False when a proxy is named that cannot be used: nothing may then be sent around it. */
export function areUsable(settings: ProxySettings): boolean {
  return [settings.http, settings.https].every(
    (proxy) => proxy === undefined || (URL.canParse(proxy) && schemes.has(new URL(proxy).protocol)),
  );
}

export function hasProxy(settings: ProxySettings): boolean {
  return (settings.http ?? settings.https) !== undefined && settings.noProxy?.trim() !== '*';
}

/** NO_PROXY with this machine added: the simulated account is never reached through somebody's proxy by accident. */
export function noProxyList(settings: ProxySettings): string {
  const own = settings.noProxy ?? '';
  if (settings.loopback === true) return own;
  return own === '' ? loopbackHosts : `${own},${loopbackHosts}`;
}
