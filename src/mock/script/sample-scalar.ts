import type { JsonSchema } from './prompt.js';

const mostCharacters = 1000;

/** Addresses and names that are reserved for documentation (RFC 2606, RFC 5737, RFC 3849). */
const formats: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  time: '00:00:00Z',
  duration: 'PT0S',
  email: 'user@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
};

/** A text of the schema's format; otherwise the shortest one that it allows, but not an empty one without need. */
export function sampleText(schema: JsonSchema): string {
  const format = typeof schema['format'] === 'string' ? formats[schema['format']] : undefined;
  if (format !== undefined) return format;
  const least = numberAt(schema, 'minLength') ?? 1;
  return 'x'.repeat(Math.min(Math.max(least, 1), numberAt(schema, 'maxLength') ?? mostCharacters, mostCharacters));
}

/** The number nearest to 0 that the schema allows, as far as whole steps lead to it. */
export function sampleNumber(schema: JsonSchema, integer: boolean): number {
  const step = numberAt(schema, 'multipleOf') ?? 1;
  const below = numberAt(schema, 'exclusiveMinimum');
  const above = numberAt(schema, 'exclusiveMaximum');
  const least = Math.max(
    numberAt(schema, 'minimum') ?? Number.NEGATIVE_INFINITY,
    below === undefined ? Number.NEGATIVE_INFINITY : nextStep(below, step),
  );
  const most = Math.min(
    numberAt(schema, 'maximum') ?? Number.POSITIVE_INFINITY,
    above === undefined ? Number.POSITIVE_INFINITY : -nextStep(-above, step),
  );
  const rounds = integer || Object.hasOwn(schema, 'multipleOf');
  if (least > 0) return rounds ? Math.ceil(least / step) * step : least;
  if (most < 0) return rounds ? Math.floor(most / step) * step : most;
  return 0;
}

/** The first multiple of a step above a number. */
function nextStep(number: number, step: number): number {
  return (Math.floor(number / step) + 1) * step;
}

function numberAt(schema: JsonSchema, key: string): number | undefined {
  const value = schema[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
