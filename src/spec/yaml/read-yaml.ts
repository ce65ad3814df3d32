import { readFileSync } from 'node:fs';
import { type Document, LineCounter, parseAllDocuments, type YAMLError } from 'yaml';
import { failed, ok, type Place, type Problem, type Result } from '../../problem/index.js';
import { locator } from './locate.js';
import type { YamlSource } from './yaml-source.js';

/** Reads a YAML file: UTF-8, one document, unique keys, a bounded number of aliases. `name` is how the file is called in messages. */
export function readYamlFile(path: string, name = path): Result<YamlSource> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'does not exist'
        : `could not be read: ${(error as Error).message}`;
    return failed({ code: 'file.unreadable', message: `${name} ${reason}`, fix: 'check the path' });
  }
  try {
    return readYamlText(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed({
      code: 'file.not-utf8',
      message: `${name} is not UTF-8`,
      place: firstInvalidByte(name, bytes),
      fix: 'save the file as UTF-8',
    });
  }
}

/** Reads YAML that is already text. */
export function readYamlText(file: string, text: string): Result<YamlSource> {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false, uniqueKeys: true, merge: false });
  const document = ('empty' in documents ? undefined : documents[0]) as Document.Parsed | undefined;
  // As the line counter counts them: a lone carriage return ends no line.
  const textLines = text.split(/\r?\n/);
  const placeAt = (offset: number, length?: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    const lineText = textLines[line - 1];
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      ...(length === undefined ? {} : { length }),
      ...(lineText === undefined ? {} : { text: lineText }),
    };
  };
  if (document === undefined) {
    return failed({ code: 'yaml.syntax', message: `${file} is empty`, place: { file, line: 1, column: 1 } });
  }
  const [error] = document.errors;
  // What follows the first mistake in the syntax follows from it.
  if (error !== undefined) return failed(syntaxProblem(error, text, placeAt));
  const second = documents[1];
  if (second !== undefined) {
    return failed({
      code: 'yaml.multiple-documents',
      message: `${file} holds more than one YAML document`,
      place: placeAt((second as Document.Parsed).range[0]),
      fix: 'write one file for each',
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = (error as Error).message;
    if (/unresolved alias/i.test(reason)) {
      return failed({
        code: 'yaml.syntax',
        message: `not YAML: ${reason}`,
        place: placeAt(document.range[0]),
        fix: 'an alias needs an anchor before it',
      });
    }
    return failed({
      code: 'yaml.alias-bomb',
      message: `aliases in ${file} expand without bound: ${reason}`,
      place: placeAt(document.range[0]),
      fix: 'write the repeated part out, or use fewer aliases',
    });
  }
  return ok({ file, text, value, ...locator(document, lineCounter, placeAt) });
}

function syntaxProblem(error: YAMLError, text: string, placeAt: (offset: number, length?: number) => Place): Problem {
  const [start, end] = error.pos;
  const place = placeAt(start, Math.max(1, end - start));
  if (error.code === 'DUPLICATE_KEY') {
    return {
      code: 'yaml.syntax',
      message: 'the same key stands twice in one mapping',
      place,
      fix: 'remove one of the two',
    };
  }
  const message = `not YAML: ${error.message}`;
  // Inside { } and [ ], YAML ends an unquoted text at the brace of ${…}.
  const reference = /\$\{[^}]*\}/.exec(text.slice(Math.max(0, start - 1)));
  if (reference?.index !== undefined && reference.index <= 1) {
    return { code: 'yaml.syntax', message, place, fix: `inside { } and [ ], write it in quotes: "${reference[0]}"` };
  }
  return { code: 'yaml.syntax', message, place };
}

function firstInvalidByte(file: string, bytes: Uint8Array): Place {
  const valid = new TextDecoder('utf-8').decode(bytes).split('�')[0] ?? '';
  const before = valid.split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
