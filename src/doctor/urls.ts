import { lookAtAccountUrl, lookAtWorkspace, type RunContext, type SeenUrl } from '../run/index.js';
import type { Line } from './diagnosis.js';

/** Whether each URL answers, whether its certificate is trusted, and which workspace it is. */
export async function lookAtUrls(context: RunContext): Promise<readonly Line[]> {
  const { workspaces, accountUrl } = context.target;
  const lines = Object.entries(workspaces).map(async ([role, { url, id }]) =>
    lineOf(role, url, await lookAtWorkspace(role, context), (seen) => workspaceWords(seen, id)),
  );
  const account = async (url: string) =>
    lineOf('account-url', url, await lookAtAccountUrl(context), () => ({ mark: 'fine', found: 'answers' }));
  return Promise.all([...lines, ...(accountUrl === undefined ? [] : [account(accountUrl)])]);
}

type Words = Pick<Line, 'mark' | 'found' | 'toDo'>;

function lineOf(subject: string, url: string, seen: SeenUrl, wordsOf: (seen: SeenUrl) => Words): Line {
  const [problem] = seen.problems;
  if (problem !== undefined) {
    const toDo = problem.fix === undefined ? {} : { toDo: [problem.fix] };
    return { mark: 'untestable', subject, found: problem.message, ...toDo };
  }
  const { found, ...rest } = wordsOf(seen);
  return { subject, ...rest, found: `${url} ${found}, ${transport(url)}` };
}

function transport(url: string): string {
  return url.startsWith('https:') ? 'TLS trusted' : 'plain HTTP on this machine';
}

function workspaceWords({ workspaceId, status }: SeenUrl, expected: string | undefined): Words {
  if (workspaceId === undefined)
    return { mark: 'unknown', found: `answers (HTTP ${status ?? 'broken'}), and does not say which workspace it is` };
  if (expected !== undefined) return { mark: 'fine', found: `answers as workspace ${workspaceId}` };
  const toDo = [`write \`id: "${workspaceId}"\` into the target, so that requests can name it by header`];
  return { mark: 'fine', found: `answers as workspace ${workspaceId}, which the target does not say`, toDo };
}
