// @ts-check
// The least that could do the same: an undici pool, JSON.parse, and the same compiled contract.
import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import { compileContracts } from '../dist/api/loading.js';
import { concurrency, count, environment, prompt } from './instances.js';
import { measure } from './measure.js';

const contracts = compileContracts((file) =>
  readFileSync(new URL(`../specs/contracts/${file}`, import.meta.url), 'utf8'),
);
const pool = new Pool(`http://127.0.0.1:${process.argv[2]}`, { connections: concurrency });

/** @param {number} number */
async function once(number) {
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: '/ai-gateway/mlflow/v1/chat/completions',
    headers: { authorization: `Bearer ${environment.BENCH_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'main.bench.model',
      messages: [{ role: 'user', content: prompt(number) }],
      max_tokens: 256,
    }),
  });
  const answer = JSON.parse(await body.text());
  if (statusCode !== 200 || contracts.chat.success(answer).length > 0 || answer.object !== 'chat.completion')
    throw new Error('wrong answer');
}

await measure(async () => {
  let next = 0;
  const work = async () => {
    while (next < count) {
      next += 1;
      await once(next - 1);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
});
await pool.close();
