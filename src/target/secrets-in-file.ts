import type { Problem } from '../problem/index.js';
import type { YamlPath, YamlSource } from '../spec/index.js';
import { readYamlText } from '../spec/loading.js';
import { credentialSpans, mask, type Span, secretSpans } from './mask.js';

/** Keys whose value is a secret unless it is a reference. */
const secretKey = /(?:^|[-_])(?:token|secret|password|pat|key|credential)$/i;

/** Keys under a secret key whose value says where the secret is. */
const referenceKeys: readonly unknown[] = ['env', 'profile'];

/** Values shorter than this are not searched for elsewhere in the file: they would be found in ordinary words. */
const shortestTraceableSecret = 8;

/** A file's secrets, and the file without them. */
export interface WithoutSecrets {
  readonly problems: readonly Problem[];
  /**
   * The same document with every secret replaced, so that nothing said about it later can show one.
   * Missing when the file is no longer YAML without them.
   */
  readonly source: YamlSource | undefined;
}

export function withoutSecrets(source: YamlSource): WithoutSecrets {
  const starts = lineStarts(source.text);
  const literals = scalars(source.value)
    .filter(({ path }) => isSecretPath(path))
    .map((scalar) => ({ ...scalar, span: spanOf(source, scalar.path, starts) }));
  const recognised = credentialSpans(source.text).filter(
    (span) => !literals.some(({ span: { start, end } }) => start <= span.start && span.end <= end),
  );
  const secrets = [...literals.map(({ span }) => span), ...recognised].sort((a, b) => a.start - b.start);
  const hidden = [
    ...secrets,
    ...secretSpans(source.text),
    ...literals.flatMap(({ value }) => occurrences(source.text, value)),
  ];
  if (hidden.length === 0) return { problems: [], source };
  const masked = mask(source.text, hidden);
  const reread = readYamlText(source.file, masked);
  return {
    problems: secrets.map((span) => secretProblem(source.file, masked, starts, span)),
    source: reread.ok ? reread.value : undefined,
  };
}

function isSecretPath(path: YamlPath): boolean {
  const parent = path.slice(0, -1);
  return path.some((key) => secretKey.test(String(key))) && !(parent.length > 0 && referenceKeys.includes(path.at(-1)));
}

interface Scalar {
  readonly path: YamlPath;
  readonly value: string;
}

function scalars(value: unknown, path: YamlPath = []): readonly Scalar[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalars(item, [...path, index]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => scalars(item, [...path, key]));
  return typeof value === 'string' || typeof value === 'number' ? [{ path, value: String(value) }] : [];
}

/** A scalar over several lines is taken to the end of its last line. */
function spanOf(source: YamlSource, path: YamlPath, starts: readonly number[]): Span {
  const { line, column, length } = source.place(path);
  const start = (starts[line - 1] ?? 0) + column - 1;
  const end = length === undefined ? (starts[source.lines(path).last] ?? source.text.length) : start + length;
  return { start, end: Math.max(start, end) };
}

function occurrences(text: string, value: string): readonly Span[] {
  if (value.length < shortestTraceableSecret) return [];
  const spans: Span[] = [];
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
    spans.push({ start, end: start + value.length });
  }
  return spans;
}

function secretProblem(file: string, masked: string, starts: readonly number[], { start, end }: Span): Problem {
  const line = starts.filter((lineStart) => lineStart <= start).length;
  const lineStart = starts[line - 1] ?? 0;
  const text = masked.slice(lineStart, starts[line] ?? masked.length).replace(/\r?\n$/, '');
  return {
    code: 'target.secret-in-file',
    message: 'a secret stands in the file',
    place: {
      file,
      line,
      column: start - lineStart + 1,
      length: Math.max(1, Math.min(end, lineStart + text.length) - start),
      text,
    },
    fix: 'put it into an environment variable, write `token: { env: NAME_OF_THE_VARIABLE }`, and revoke it: the file may have been copied',
  };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
