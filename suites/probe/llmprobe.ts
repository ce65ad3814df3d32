import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

/** The outcome of one check of llmprobe. `failures` holds warnings as well. */
export interface Check {
  readonly id: string;
  readonly surface: string;
  readonly outcome: 'pass' | 'fail' | 'unsupported' | 'inconclusive' | 'skipped' | 'unreachable';
  readonly detail?: string;
  readonly failures?: readonly { readonly severity: string; readonly message: string }[];
}

const program = createRequire(import.meta.url).resolve('llmprobe/bin/dist/llmprobe.mjs');

/** Lets llmprobe check what an address serves. It leaves with another code than 0 when anything fails, which is for the caller to judge. */
export async function probe(base: string, model: string, token: string): Promise<readonly Check[]> {
  const flags = ['--model', model, '--full', '--no-bench', '--no-save', '--json', '--reasoning', 'default'];
  const options = { maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, [program, base, '-k', token, ...flags], options).catch(
    (error: { readonly stdout: string }) => error,
  );
  const { conformance } = JSON.parse(stdout) as { readonly conformance: { readonly results: readonly Check[] } };
  return conformance.results;
}
