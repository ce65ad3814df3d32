import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseAsJson } from 'junit2json';
import testResultsParser from 'test-results-parser';
import { describe, expect, it } from 'vitest';

// What two readers that others use make of the golden files: five that fail, among them one error, would read as green
// if an outcome were told in a way of our own.

const golden = (name: string) => join(import.meta.dirname, 'golden', name);

describe.each(['junit.xml', 'junit-strict.xml'])('junit2json, of %s', (name) => {
  it('sees every case and every outcome', async () => {
    const result = await parseAsJson(readFileSync(golden(name), 'utf8'));
    if (!result || !('testsuite' in result)) throw new Error('no suites');
    const cases = result.testsuite?.flatMap((suite) => suite.testcase ?? []) ?? [];
    const having = (kind: 'failure' | 'error' | 'skipped') => cases.filter((one) => one[kind] !== undefined);
    expect([cases.length, having('failure').length, having('error').length, having('skipped').length]).toEqual([
      14, 2, 1, 3,
    ]);
    expect([result.tests, result.failures, result.errors]).toEqual([14, 2, 1]);
    expect(having('failure').map(({ failure }) => failure?.[0]?.type)).toEqual(['equivalent.status', 'denied.status']);
    expect(having('failure')[0]?.failure?.[0]?.inner).toMatch(/\n {4}at naming\.bare-equals-fqn \(.*:21:7\)$/);
    expect(having('skipped').every(({ skipped }) => /^[a-z]+[.:]/.test(skipped?.[0]?.message ?? ''))).toBe(true);
  });
});

describe.each(['junit.xml', 'junit-strict.xml'])('test-results-parser, of %s', (name) => {
  const result = testResultsParser.parse({ type: 'junit', files: [golden(name)] });
  const cases = result.suites.flatMap((suite) => suite.cases);

  it('sees every case and every outcome', () => {
    const having = (status: string) => cases.filter((one) => one.status === status).length;
    expect([cases.length, having('FAIL'), having('SKIP'), having('PASS')]).toEqual([14, 3, 3, 8]);
    expect([result.failed, result.errors, result.status]).toEqual([2, 1, 'FAIL']);
    expect(cases.flatMap(({ attachments }) => attachments)).toEqual([]);
  });

  it('finds what cases are grouped by, in whichever way it is told', () => {
    const denied = cases.find((one) => one.name.startsWith('permissions.no-execute[api=chat]'));
    expect(denied?.metadata).toMatchObject({
      level: 'MUST',
      requirement: 'PERM-01',
      model: 'main.gateway.private-chat',
      'each.api': 'chat',
    });
    expect(denied?.stack_trace).toMatch(/\n {4}at permissions\.no-execute\[api=chat\] \(.*:12:11\)$/);
  });
});

describe('what some readers trip over', () => {
  it.each(['junit.xml', 'junit-strict.xml'])('is not in %s', (name) => {
    const text = readFileSync(golden(name), 'utf8');
    // dorny/test-reporter's java-junit leaves out a suite within a suite, and ends at a case without a name or a time.
    expect(text.match(/<testsuite [^>]*>(?:(?!<\/testsuite>)[\s\S])*<testsuite /)).toBeNull();
    const cases = text.match(/<testcase [^>]*>/g) ?? [];
    expect(cases.filter((one) => !/ name="[^"]+"/.test(one) || !/ time="[\d.]+"/.test(one))).toEqual([]);
    // It and mikepenz/action-junit-report take the place from the end of the text.
    const texts = [...text.matchAll(/<(?:failure|error) [^>]*>([^<]*)</g)].map(([, content]) => content ?? '');
    expect(texts).toHaveLength(3);
    for (const content of texts) expect(content).toMatch(/\(?\bspecs\/[a-z/]+\.yaml:\d+:\d+\)$/);
    // Azure ends at a namespace on the root, and counts no case twice.
    expect(text).not.toMatch(/<testsuites[^>]* xmlns/);
    // A status is no outcome to anybody.
    expect(text).not.toMatch(/<testcase [^>]* status=/);
  });
});
