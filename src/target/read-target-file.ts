import { readFileSync } from 'node:fs';
import type { Problem, Result } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import { readYamlFile } from '../spec/loading.js';
import { maskProblem } from './mask-problem.js';

/** A key such as `token:` with what stands behind it. */
const secretKey = /(?:token|secret|password|pat|key|credential)["']?\s*:(.*)$/i;

/** What may stand there: a reference. */
const reference = /^\s*\{?\s*["']?(?:env|profile)\b/;

/** Reads a target file. Like any YAML file, but no problem shows a secret: a file with a mistake in it may hold one. */
export function readTargetFile(path: string, name = path): Result<YamlSource> {
  const source = readYamlFile(path, name);
  if (source.ok) return source;
  const words = secretWords(path);
  return { ok: false, problems: source.problems.map((problem) => maskProblem(withoutWords(problem, words))) };
}

/**
 * The words that stand where secrets would. The file is no YAML, so that only its lines can tell: those with such a key,
 * and the deeper ones below. The parser quotes what it stumbles over, and not always the line that it names.
 */
function secretWords(path: string): readonly string[] {
  const words: string[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (const line of linesOf(path)) {
    const found = secretKey.exec(line);
    const indentation = line.search(/\S/);
    if (found === null && indentation <= depth) depth = Number.POSITIVE_INFINITY;
    if (found !== null) depth = indentation;
    const value = found === null ? (indentation > depth ? line : '') : (found[1] ?? '');
    if (!reference.test(value)) words.push(...value.split(/[^\w.~+/=-]+/).filter((word) => word.length > 2));
  }
  return words.sort((a, b) => b.length - a.length);
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r\n|\r|\n/);
  } catch {
    // It could not be read the first time either, so that no problem quotes it.
    return [];
  }
}

function withoutWords(problem: Problem, words: readonly string[]): Problem {
  const hide = (text: string) => words.reduce((hidden, word) => hidden.replaceAll(word, 'x'.repeat(word.length)), text);
  const { place } = problem;
  const shown = place?.text === undefined ? {} : { place: { ...place, text: hide(place.text) } };
  return { ...problem, message: hide(problem.message), ...shown };
}
