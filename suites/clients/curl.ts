import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Access } from './access.js';
import type { ClientTests } from './client-tests.js';

const run = promisify(execFile);

/** As it stands in "Query model services", to be run by a shell. */
const example = String.raw`curl \
  -u token:$DATABRICKS_TOKEN \
  -X POST \
  -H "Content-Type: application/json" \
  -d '{
    "model": "system.ai.databricks-claude-opus-4-6",
    "max_tokens": 256,
    "messages": [
      {"role": "user", "content": "Hello!"},
      {"role": "assistant", "content": "Hello! How can I assist you today?"},
      {"role": "user", "content": "What is Databricks?"}
    ]
  }' \
  https://<workspace-url>/ai-gateway/mlflow/v1/chat/completions`;

/** curl on the MLflow Chat Completions API. */
export function curl({ test }: ClientTests): void {
  test('runs the example of "Query model services"', { api: 'chat', model: 'system' }, async (access, { skip }) => {
    skip(!(await isInstalled()), 'there is no curl on this machine');
    const completion = JSON.parse(await runExample(access));
    expect(completion).toMatchObject({
      choices: [
        { message: { content: expect.stringMatching(/\S/) }, finish_reason: expect.toBeOneOf(['stop', 'length']) },
      ],
    });
  });
}

/** What differs from target to target reaches the shell as variables, like the token: it is never read as a command. */
async function runExample({ gateway, token, model, timeoutMs }: Access): Promise<string> {
  const script = example
    .replace('system.ai.databricks-claude-opus-4-6', `'"$MODEL"'`)
    .replace('https://<workspace-url>/ai-gateway', '"$GATEWAY"');
  const { stdout } = await run('sh', ['-c', script], {
    env: {
      ...process.env,
      DATABRICKS_TOKEN: token,
      GATEWAY: gateway,
      MODEL: JSON.stringify(model).slice(1, -1),
      // Of all clients here, only curl uses the proxy of the environment, and would for this machine too.
      no_proxy: `${process.env['no_proxy'] ?? process.env['NO_PROXY'] ?? ''},127.0.0.1`,
    },
    timeout: timeoutMs,
  });
  return stdout;
}

async function isInstalled(): Promise<boolean> {
  return run('sh', ['-c', 'curl --version']).then(
    () => true,
    () => false,
  );
}
