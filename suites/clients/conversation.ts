import { expect } from 'vitest';
import type { Access } from './access.js';

/** Characters of one to four bytes, composed and decomposed, joined emoji, and text from right to left. */
export const text = 'naïve cafe\u0301 日本語 🦊 👩‍👩‍👧‍👦 שלום';

export const repeatText = `Repeat exactly: ${text}`;

/** A tool of one argument, as JSON Schema. */
export const sensor = {
  name: 'read_sensor',
  description: 'Reads a sensor by its name.',
  parameters: {
    type: 'object' as const,
    properties: { name: { type: 'string' as const } },
    required: ['name'],
    additionalProperties: false,
  },
};

export const sensorArguments = { name: 'Zürich "北"' };

export const callSensor = `Call read_sensor with ${JSON.stringify(sensorArguments)} and tell me its reading.`;

/** What the tool gives back. Nothing that a model could say by chance. */
export const reading = 'QUOKKA-41-❄';

export function expectSaid(found: string | null | undefined, said: string, { scripted }: Access): void {
  if (scripted) expect(found).toBe(said);
  else expect(found).toContain(said);
}

/** That all parts of a count are there, and none is missing or counted twice. */
export function expectSum(total: number | undefined, ...parts: readonly (number | undefined)[]): void {
  expect(parts).toEqual(parts.map(() => expect.any(Number)));
  expect(Math.min(...parts.map(Number))).toBeGreaterThan(0);
  expect(total).toBe(parts.reduce((sum: number, part) => sum + Number(part), 0));
}

/** A service that the caller may not call is denied, or said not to exist: accounts differ. */
export function expectDenied(error: unknown, status: unknown, classes: Readonly<Record<403 | 404, ErrorClass>>): void {
  expect(status).toBeOneOf([403, 404]);
  expect(error).toBeInstanceOf(classes[status as 403 | 404]);
}

type ErrorClass = abstract new (...parameters: never[]) => Error;
