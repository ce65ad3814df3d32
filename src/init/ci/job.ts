import { stringify } from 'yaml';
import { shellQuote } from '../../problem/index.js';

export type CiSystem = 'github' | 'gitlab' | 'azure';

/** A file that has a CI system run the suite gate. */
export interface CiFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** What is still to be done by hand, in a sentence. */
  readonly toDo: string;
}

export interface Job {
  /** The path of the target file, from the root of the repository. */
  readonly target: string;
  /** Names of the variables that hold the secrets. */
  readonly variables: readonly string[];
}

// What is the same on every system.

export const name = 'gateway-conformance';
export const reports = 'reports';
/** One file, or several where one would be too large to be read. */
export const junitFiles = `${reports}/junit*.xml`;
export const node = 22;
export const minutes = 60;
export const install = 'npm ci';
export const nightly = '23 4 * * *';

export const whatItIs = [
  'Runs the suite gate of gateway-conformance, which package.json names and its lockfile pins.',
  'The secrets are those that the target refers to.',
];

/** `--no`: what the lockfile does not pin is not fetched and given the secrets. The parameters are written as a shell reads them. */
export function commandLine(suite: string, target: string, ...more: readonly string[]): string {
  return runLine(suite, target, reports, ...more);
}

export function runLine(suite: string, target: string, out: string, ...more: readonly string[]): string {
  return [`npx --no -- ${name} run --suite ${suite} --target ${target} --out ${out}`, ...more].join(' ');
}

export function quoted(text: string): string {
  return /^[A-Za-z0-9_./-]+$/.test(text) ? text : shellQuote(text);
}

export function inWords(variables: readonly string[]): string {
  return variables.length === 0 ? 'the secrets that the target is going to name' : variables.join(', ');
}

export function written(about: readonly string[], ...documents: readonly object[]): string {
  const comment = about.map((sentence) => `# ${sentence}\n`).join('');
  return `${comment}${documents.map((document) => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n')}`;
}
