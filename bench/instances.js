// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many chat requests each side sends when they are compared, and how many at once. */
export const count = 5_000;
export const concurrency = 64;

/** The prompt of one request, numbered from 0: different in each, so that nothing can be remembered.
 * @param {number} number
 */
export const prompt = (number) => `Say hello to number ${Math.floor(number / 100)}.${number % 100}.`;

export const environment = { BENCH_TOKEN: 'bench-token-0123456789' };

/**
 * Writes a spec that sends these prompts, and a target for a server on loopback.
 * @param {string} folder
 * @param {number} instances a multiple of 100
 * @param {string | undefined} port
 */
export function writeInputs(folder, instances, port) {
  const spec = join(folder, 'bench.yaml');
  const target = join(folder, 'target.yaml');
  /** @param {number} length */
  const numbers = (length) => JSON.stringify(Array.from({ length }, (_, index) => index));
  writeFileSync(
    spec,
    `title: A chat call is answered
cases:
  - id: bench.chat
    verifies: API-01
    each: { hundred: ${numbers(instances / 100)}, one: ${numbers(100)} }
    call: { api: chat, prompt: "Say hello to number \${each.hundred}.\${each.one}." }
    expect: { status: 200, contract: success, body: { object: chat.completion } }
`,
  );
  writeFileSync(
    target,
    `workspaces: { home: { url: "http://127.0.0.1:${port}", id: "1" } }
models: { system: { fqn: main.bench.model, apis: [chat] } }
identities: { default: { token: { env: BENCH_TOKEN } } }
`,
  );
  return { spec, target };
}
