import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Properties } from './properties.js';
import type { TestCase } from './test-case.js';
import { document, element, textOf } from './xml.js';

export type Dialect = 'full' | 'strict';

/** Between the root and a case stands one suite. */
const depth = 2;

/**
 * One `testcase` as text: a document of a hundred thousand would fill the memory. The strict dialect has neither the
 * place nor properties of a case; these go where testmoapp/junitxml has them, into the output.
 */
export function testCaseXml(testCase: TestCase, dialect: Dialect): string {
  const { name, className, durationMs, place, outcome, properties, output } = testCase;
  const full = dialect === 'full';
  const added = element(document(), 'testcase', {
    name,
    classname: className,
    time: seconds(durationMs),
    ...(!full || place === undefined ? {} : { file: place.file, line: place.line, assertions: testCase.assertions }),
    ...(!full || testCase.timestamp === undefined ? {} : { timestamp: testCase.timestamp }),
  });
  if (full) addProperties(added, properties);
  if (outcome.kind !== 'passed') {
    const { kind, message, type, text } = outcome;
    element(added, kind, { message, ...(type === undefined ? {} : { type }) }, text);
  }
  for (const { kind, message, type, stackTrace } of testCase.attempts)
    element(element(added, kind, { message, type }), 'stackTrace', {}, stackTrace);
  const lines = [...(full ? [] : properties.map(propertyLine)), ...(output === '' ? [] : [withoutMarkers(output)])];
  if (lines.length > 0) element(added, 'system-out', {}, lines.join('\n'));
  return textOf(added, depth);
}

export function addProperties(parent: XMLBuilder, pairs: Properties): void {
  if (pairs.length === 0) return;
  const list = element(parent, 'properties', {});
  for (const [name, value] of pairs) element(list, 'property', { name, value });
}

/** A bracket would end it. */
function propertyLine([name, value]: Properties[number]): string {
  const plain = value.replaceAll('[', '(').replaceAll(']', ')');
  return `[[PROPERTY|${name.replaceAll('=', '-')}=${plain}]]`;
}

/** GitLab and Jenkins take `[[ATTACHMENT|…]]` for the path of a file to show: a gateway must not name one. */
function withoutMarkers(output: string): string {
  return output.replace(/\[\[(?=\/?(?:ATTACHMENT|PROPERTY)\b)/gi, '[ [');
}

/** Jenkins' xunit plugin takes no more than three decimals. */
export function seconds(milliseconds: number): string {
  return (Math.max(0, milliseconds) / 1000).toFixed(3);
}
