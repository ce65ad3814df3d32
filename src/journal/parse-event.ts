import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isJsonObject } from '../json/index.js';
import { failed, ok, type Problem, type ProblemCode, type Result } from '../problem/index.js';
import { eventSchemas } from './event-schema.js';
import { type JournalEvent, journalVersion } from './events.js';

const ajv = new Ajv2020({ strict: true });
const validators = new Map<string, ValidateFunction>(
  Object.entries(eventSchemas).map(([name, schema]) => [name, ajv.compile(schema as AnySchemaObject)]),
);

/** Where a line stands in a journal. */
export interface LinePlace {
  readonly file: string;
  readonly line: number;
}

/** Reads one line of a journal: known, of a version that this tool reads, and shaped as its kind promises. */
export function parseEvent(text: string, place: LinePlace): Result<JournalEvent> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed(journalProblem('journal.syntax', 'this line of the journal is not JSON', place));
  }
  if (!isJsonObject(value))
    return failed(journalProblem('journal.syntax', 'this line of the journal is not an object', place));
  const name = value['event'];
  const validate = typeof name === 'string' ? validators.get(name) : undefined;
  if (validate === undefined) {
    return failed(journalProblem('journal.unknown-event', `no journal has an event ${shown(name)}`, place));
  }
  if (name === 'run' && value['journal'] !== journalVersion) {
    const version = value['journal'];
    const newer = typeof version === 'number' && version > journalVersion;
    const message = `the journal's version is ${shown(version)}; this tool reads version ${journalVersion}`;
    return failed(newer ? newerVersion(message, place) : journalProblem('journal.wrong-shape', message, place));
  }
  if (validate(value)) return ok(value as unknown as JournalEvent);
  return failed(journalProblem('journal.wrong-shape', `event \`${name}\`: ${inWords(validate.errors ?? [])}`, place));
}

export function journalProblem(code: ProblemCode, message: string, place: LinePlace): Problem {
  return {
    code,
    message,
    fix: 'use a journal as `run` wrote it, or run again',
    place: { file: place.file, line: place.line, column: 1 },
  };
}

function newerVersion(message: string, place: LinePlace): Problem {
  return { ...journalProblem('journal.newer-version', message, place), fix: 'update gateway-conformance' };
}

function inWords(errors: readonly ErrorObject[]): string {
  const error = errors[0];
  if (error === undefined) return 'it is not shaped as it should be';
  return `${error.instancePath === '' ? 'it' : `\`${error.instancePath}\``} ${error.message ?? 'is wrong'}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'without a name';
  return `\`${text.length > 40 ? `${text.slice(0, 37)}...` : text}\``;
}
