import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Static } from 'typebox';
import { isJsonObject } from '../json/index.js';
import { failed, ok, type Problem, type ProblemCode, type Result } from '../problem/index.js';
import { type AcceptedInstance, type Baseline, baselineVersion } from './baseline.js';
import { HeaderSchema, InstanceLineSchema } from './baseline-line-schema.js';

type Header = Static<typeof HeaderSchema>;
type InstanceLine = Static<typeof InstanceLineSchema>;

const ajv = new Ajv2020({ strict: true, validateSchema: false });
const isHeader = ajv.compile<Header>(HeaderSchema as AnySchemaObject);
const isInstanceLine = ajv.compile<InstanceLine>(InstanceLineSchema as AnySchemaObject);

const makeOne = 'make one with `report baseline`, or name a journal';

/** Enough to mend the file by; a wrong file would otherwise give a problem per line. */
const mostProblems = 20;

/** Reads a baseline, `file` being its name in problems. Every line counts, the last one as well. */
export function parseBaseline(text: string, file: string): Result<Baseline> {
  const [first = '', ...rest] = text.replace(/\n$/, '').split('\n');
  const header = parseLine(first, file, 1, isHeader);
  if (!header.ok) return header;
  const { target, suite, startedAt, tool, specsDigest } = header.value;
  const instances = new Map<string, AcceptedInstance>();
  const problems: Problem[] = [];
  for (const [index, content] of rest.entries()) {
    const line = index + 2;
    const parsed = parseLine(content, file, line, isInstanceLine);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (instances.has(parsed.value.instance)) problems.push(twice(parsed.value, content, file, line));
    else instances.set(parsed.value.instance, acceptedOf(parsed.value));
    if (problems.length >= mostProblems) break;
  }
  if (problems.length > 0) return { ok: false, problems };
  return ok({ target, suite, startedAt, tool, specsDigest, instances });
}

function acceptedOf({ verdict, requirements, observed }: InstanceLine): AcceptedInstance {
  return { verdict, requirements, ...(observed === undefined ? {} : { observed }) };
}

function parseLine<Line>(text: string, file: string, line: number, fits: ValidateFunction<Line>): Result<Line> {
  const wrong = (code: ProblemCode, message: string, fix?: string) =>
    failed(baselineProblem(code, message, { file, line, text }, fix));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (line === 1) return wrong('baseline.syntax', `${file} is neither a baseline nor a journal`, makeOne);
    const conflict = /^(<{7}|={7}|>{7})/.test(text);
    return conflict
      ? wrong('baseline.syntax', 'two versions of this baseline were merged, and their conflict is still open')
      : wrong('baseline.syntax', 'this line of the baseline is not JSON');
  }
  if (!isJsonObject(value)) return wrong('baseline.syntax', 'this line of the baseline is not an object');
  if (line === 1) {
    const version = value['baseline'];
    if (version === undefined)
      return wrong('baseline.wrong-shape', `${file} is neither a baseline nor a journal`, makeOne);
    if (typeof version === 'number' && version > baselineVersion) {
      const message = `the baseline's version is ${version}; this tool reads version ${baselineVersion}`;
      return wrong('baseline.newer-version', message, 'update gateway-conformance');
    }
  }
  if (fits(value)) return ok(value);
  const [error] = fits.errors ?? [];
  const where = error === undefined || error.instancePath === '' ? 'this line' : `\`${error.instancePath}\``;
  return wrong('baseline.wrong-shape', `${where} ${error?.message ?? 'is not shaped as it should be'}`);
}

function twice({ instance }: InstanceLine, text: string, file: string, line: number): Problem {
  const message = `the instance \`${instance}\` stands in the baseline twice`;
  return baselineProblem('baseline.wrong-shape', message, { file, line, text });
}

function baselineProblem(
  code: ProblemCode,
  message: string,
  place: { readonly file: string; readonly line: number; readonly text: string },
  fix = 'write it again with `report baseline`',
): Problem {
  return { code, message, fix, place: { ...place, column: 1 } };
}
