import { execFile } from 'node:child_process';
import { isJsonObject } from '../../json/index.js';
import { failed, ok, type Problem, type Result } from '../../problem/index.js';
import type { LoginCredential } from '../../target/index.js';
import { isRedactable } from '../../wire/index.js';
import type { Issued } from './issued.js';

/** The Databricks CLI may have to renew its own token over the network. */
const timeoutMs = 30_000;
const mostOutput = 1024 * 1024;

/** Takes a token from `databricks auth token`: of the profile, or else of the origin that is called. */
export async function fetchLoginToken(
  who: string,
  { program, profile, configFile }: LoginCredential,
  origin: string,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): Promise<Result<Issued>> {
  const login = profile === undefined ? `--host=${origin}` : `--profile=${profile}`;
  const fetchedAt = now();
  const output = await outputOf(program, ['auth', 'token', login], configFile, signal);
  const problem = (why: string): Problem => ({
    code: 'target.token-unavailable',
    message: `\`${program} auth token ${login}\` gave no token for ${who}: ${why}`,
    fix: `run it yourself to see why; \`${program} auth login ${login}\` renews the login`,
  });
  if (!output.ok) return failed(problem(output.why));
  const answer = parsedText(output.text);
  const { access_token: token, expiry } = isJsonObject(answer) ? answer : {};
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token) || !isRedactable(token))
    return failed(problem('its output has no `access_token` that could be sent'));
  const expiresAt = typeof expiry === 'string' ? Date.parse(expiry) : Number.NaN;
  // Without an expiry it is asked each time; the CLI keeps the token itself.
  return ok({ token, fetchedAt, expiresAt: Number.isNaN(expiresAt) ? fetchedAt : expiresAt });
}

type Output = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/** No shell: what a profile is called must not become a command. What the program says on stderr is not shown. */
function outputOf(
  program: string,
  parameters: readonly string[],
  configFile: string | undefined,
  signal: AbortSignal,
): Promise<Output> {
  const env = { ...foreignVariables(), ...(configFile === undefined ? {} : { DATABRICKS_CONFIG_FILE: configFile }) };
  const options = { env, timeout: timeoutMs, maxBuffer: mostOutput, signal, windowsHide: true };
  return new Promise((resolve) => {
    execFile(program, parameters, options, (error, stdout) => {
      if (error === null) return resolve({ ok: true, text: stdout });
      if (error.code === 'ENOENT') return resolve({ ok: false, why: 'there is no such program' });
      if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        return resolve({ ok: false, why: 'it printed more than a token' });
      if (error.killed === true) return resolve({ ok: false, why: `it was still running after ${timeoutMs / 1000} s` });
      const why = typeof error.code === 'number' ? `it ended with exit code ${error.code}` : 'it could not be run';
      resolve({ ok: false, why });
    });
  });
}

/** Credentials in variables would come before the login, or be refused beside it. */
function foreignVariables(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:DATABRICKS_|ARM_|GOOGLE_CREDENTIALS$)/.test(name) || name === 'DATABRICKS_CONFIG_FILE',
  );
  return Object.fromEntries(kept);
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
