import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { commandLine, temporaryFile, temporaryFolder, verdictsIn } from './testing/command-line.js';
import { serveGateway, targetFileFor, token } from './testing/gateways.js';

describe('the budget of a run', () => {
  const chat =
    (completion: object): RequestListener =>
    (request, response) => {
      const known = request.url?.endsWith('/Me') === true ? {} : completion;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known));
    };
  const answer = chat({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'some-model',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
  });
  const specs = temporaryFile(
    'five.yaml',
    `title: Five
cases:
  - id: naming.five
    verifies: NAME-01
    each: { turn: [1, 2, 3, 4, 5] }
    call: { api: chat, prompt: "Say \${each.turn}." }
    expect: completion
`,
  );

  async function runFive(...flags: readonly string[]) {
    let sent = 0;
    const gateway = await serveGateway((request, response) => {
      if (request.url?.startsWith('/ai-gateway/') === true) sent += 1;
      answer(request, response);
    });
    const folder = temporaryFolder();
    try {
      const target = targetFileFor(gateway.url, 'limits: { concurrency: 1 }');
      const parameters = ['run', '--target', target, '--specs', specs, '--suite', 'full', '--out', folder, ...flags];
      const finished = await commandLine(parameters, { environment: { TOKEN: token } });
      return { ...finished, sent, verdicts: verdictsIn(folder).map(({ verdict }) => verdict) };
    } finally {
      await gateway.close();
    }
  }

  it('is said, with what the run is expected to cost, before anything is sent', async () => {
    const { stdout, code } = await runFive();
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toBe(
      'estimate: 5 requests, roughly 10 tokens in and at most 1,280 out, retries aside',
    );
  });

  it('stops the run at a number of requests: the rest is skipped for that reason, which is too little', async () => {
    const { stdout, code, sent, verdicts } = await runFive('--max-requests', '3');
    expect({ code, sent, verdicts }).toEqual({
      code: 4,
      sent: 3,
      verdicts: ['passed', 'passed', 'passed', 'skipped', 'skipped'],
    });
    expect(stdout).toContain('; the run stops at 3 requests');
    expect(stdout).toContain('Too little is proved: the run may spend 3 requests in all, and too few are left');
  });

  it('stops the run at a number of tokens, of which an answer says how many it cost', async () => {
    const { code, sent } = await runFive('--max-tokens', '270');
    // Each may cost 258 and costs 5.
    expect({ code, sent }).toEqual({ code: 4, sent: 3 });
  });

  it('is a whole number', async () => {
    const { code, stderr } = await commandLine(['run', '--max-requests', '0']);
    expect(code).toBe(2);
    expect(stderr).toContain('write a whole number, 1 or more');
  });
});
