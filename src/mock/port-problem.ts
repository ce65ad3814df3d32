import type { Problem } from '../problem/index.js';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another process uses it',
  EACCES: 'this user may not open it',
};

/** What to tell the user when `startSimulatedAccount` rejects because of a port; nothing for any other error. */
export function portProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return undefined;
  const reason = reasons[String(error.code)];
  return reason === undefined
    ? undefined
    : {
        code: 'mock.port-unavailable',
        message: `The simulated account cannot listen on port ${error.port} of 127.0.0.1: ${reason}.`,
        fix: 'Choose another port, or 0 for any free one.',
      };
}
