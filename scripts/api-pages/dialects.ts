import type { Api } from '../../src/api/index.js';

/** One wire dialect: the APIs that are held against the same contract. */
export interface Dialect {
  /** Of the first API that speaks it; also the name of its page. */
  readonly name: string;
  readonly apis: readonly [Api, ...Api[]];
}

export function dialectsOf(apis: readonly Api[]): readonly Dialect[] {
  const dialects = new Map<string, [Api, ...Api[]]>();
  for (const api of apis) {
    const members = dialects.get(api.contractFile);
    if (members === undefined) dialects.set(api.contractFile, [api]);
    else members.push(api);
  }
  return [...dialects.values()].map((members) => ({ name: members[0].name, apis: members }));
}

/** Where calls of an API go: those for a whole answer, then those for a stream, where they go elsewhere. */
export function pathsOf(api: Api): readonly string[] {
  const call = { model: '{model}', messages: [{ role: 'user', text: 'Say hello.' }], maxTokens: 1 } as const;
  const calls = [call, { ...call, stream: true }];
  return [...new Set(calls.map((each) => decodeURIComponent(api.encode(each).path)))];
}
