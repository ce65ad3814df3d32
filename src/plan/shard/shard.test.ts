import { describe, expect, it } from 'vitest';
import { parseShard } from './shard.js';
import { shardFromEnvironment } from './shard-from-environment.js';

describe('a shard', () => {
  it('is one of several, counted from 1', () => {
    expect(parseShard('2/8')).toEqual({ ok: true, value: { index: 2, count: 8 } });
    expect(parseShard('1/1')).toEqual({ ok: true, value: { index: 1, count: 1 } });
  });

  it.each([
    ['3', '`3` is not a shard'],
    ['3/x', '`3/x` is not a shard'],
    ['-1/4', '`-1/4` is not a shard'],
    ['1.5/4', '`1.5/4` is not a shard'],
    ['0/4', '`0/4` counts shards from 0, and they count from 1'],
    ['9/8', '`9/8` asks for shard 9, and there are 8'],
    ['1/0', '`1/0` divides the plan into nothing'],
    ['1/5000', '`1/5000` divides the plan into more than 1000 shards'],
  ])('is not %s', (text, message) => {
    const fix = expect.stringMatching(/^write which shard and of how many, from 1\/\d+ to/);
    expect(parseShard(text)).toEqual({ ok: false, problems: [{ code: 'shard.malformed', message, fix }] });
  });
});

describe('a shard of the environment', () => {
  it('is that of GitLab, which counts from 1', () => {
    const environment = { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '8' };
    expect(shardFromEnvironment(environment)).toEqual({ ok: true, value: { index: 2, count: 8 } });
  });

  it('is that of an Indexed Job of Kubernetes, which counts from 0 and is told how many there are', () => {
    const environment = { JOB_COMPLETION_INDEX: '0', GATEWAY_CONFORMANCE_SHARDS: '8' };
    expect(shardFromEnvironment(environment)).toEqual({ ok: true, value: { index: 1, count: 8 } });
  });

  it.each([
    [{}, 'neither CI_NODE_INDEX nor JOB_COMPLETION_INDEX is set'],
    [{ CI_NODE_INDEX: '', CI_NODE_TOTAL: '1' }, 'neither CI_NODE_INDEX'],
    [{ CI_NODE_INDEX: '1' }, 'CI_NODE_TOTAL is not'],
    [{ JOB_COMPLETION_INDEX: '1' }, 'GATEWAY_CONFORMANCE_SHARDS, how many shards there are, is not'],
    [{ JOB_COMPLETION_INDEX: 'one', GATEWAY_CONFORMANCE_SHARDS: '8' }, 'JOB_COMPLETION_INDEX is `one`'],
    [{ JOB_COMPLETION_INDEX: '1', GATEWAY_CONFORMANCE_SHARDS: 'many' }, 'GATEWAY_CONFORMANCE_SHARDS is `many`'],
    [
      { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2', JOB_COMPLETION_INDEX: '0', GATEWAY_CONFORMANCE_SHARDS: '2' },
      'both CI_NODE_INDEX and JOB_COMPLETION_INDEX are set',
    ],
  ])('is not to be had of %j', (environment, message) => {
    const problem = { code: 'shard.unclear', message: expect.stringContaining(message) };
    expect(shardFromEnvironment(environment)).toMatchObject({ ok: false, problems: [problem] });
  });

  it('is checked as any other', () => {
    const beyond = shardFromEnvironment({ JOB_COMPLETION_INDEX: '8', GATEWAY_CONFORMANCE_SHARDS: '8' });
    const message = expect.stringContaining('asks for shard 9, and there are 8');
    expect(beyond).toMatchObject({ ok: false, problems: [{ code: 'shard.malformed', message }] });
  });
});
