import { expect } from 'vitest';
import type { Outcome } from './run-against.js';
import { canary } from './target.js';

/** A part of a credential of which every seventeen characters in a row hold one. */
const partLength = 12;
const partDistance = 6;

/** Ways in which a credential can be written so that everybody can read it. */
const forms: readonly string[] = [
  canary,
  encodeURIComponent(canary),
  [...Buffer.from(canary)].map((byte) => `%${byte.toString(16)}`).join(''),
  [...canary].map((one) => `&#${one.charCodeAt(0)};`).join(''),
  [...canary].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  Buffer.from(canary).toString('base64').slice(0, -4),
  Buffer.from(`token:${canary}`).toString('base64').slice(12, -4),
  Buffer.from(canary).toString('hex'),
];

/** Of what a report cuts short, the rest must not be left. */
const parts = [...new Set(forms.flatMap(partsOf))];

function partsOf(form: string): readonly string[] {
  const count = Math.ceil((form.length - partLength + 1) / partDistance);
  return Array.from({ length: count }, (_, index) =>
    form.slice(index * partDistance, index * partDistance + partLength),
  );
}

/** Strings that follow each other under the same key, joined as clients join the deltas of a stream. */
export function joined(text: string, key: string): string {
  return [...text.matchAll(new RegExp(`\\\\*"${key}\\\\*":\\s*\\\\*"((?:[^"\\\\]|\\\\u[0-9a-f]{4})*)\\\\*"`, 'g'))]
    .map(([, value]) => value)
    .join('');
}

/** What a reader may put together of an artefact. */
function readingsOf(text: string): readonly string[] {
  const data = [...text.matchAll(/data: (.{1,5})\\n\\n/g)].map(([, value]) => value).join('');
  return [text, ...['content', 'arguments', 'text'].map((key) => joined(text, key)), data];
}

/** Nothing that a run leaves behind holds the credential, or a good part of it, in any form that can be read. */
export function expectNoSecret({ artefacts }: Outcome): void {
  for (const [name, text] of Object.entries(artefacts)) {
    const readings = readingsOf(text);
    expect(
      parts.filter((part) => readings.some((reading) => reading.includes(part))),
      name,
    ).toEqual([]);
  }
}

/** Nothing holds it as it is: for runs in which nobody sends it back, and which leave much behind. */
export function expectNoCanary({ artefacts }: Outcome): void {
  for (const [name, text] of Object.entries(artefacts)) expect(text.includes(canary), name).toBe(false);
}
