import type { ApiName, CompiledApi } from '../../api/index.js';
import { apis, compileContracts } from '../../api/loading.js';
import { contractText } from '../../api/testing/bodies.js';
import type { Json } from '../../json/index.js';
import type { Checks, Expectation, OutcomeName } from '../../spec/index.js';
import type { Exchange, ExchangeTimes, WireFault } from '../../wire/index.js';
import { type Answered, answered, type JudgeContext } from '../answered.js';
import type { Finding } from '../finding.js';
import { judge } from '../judge.js';

const contracts = compileContracts(contractText);

export const contracted = Object.fromEntries(
  Object.values(apis).map((api) => [api.name, { api, contract: contracts[api.name] }]),
) as Readonly<Record<ApiName, CompiledApi>>;

export const context: JudgeContext = { apis: Object.values(contracted) };

interface Told {
  readonly status?: number;
  readonly json?: Json;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times?: Partial<ExchangeTimes>;
  readonly fault?: WireFault;
  readonly aborted?: true;
  readonly sent?: Json;
  /** `none`: a path that belongs to no API. Default: chat. */
  readonly api?: ApiName | 'none';
}

/** An answer as the wire would hand it over: status 200, and JSON when it has `json`. */
export function answer({
  status = 200,
  json,
  text,
  bytes,
  headers,
  times,
  fault,
  aborted,
  sent,
  api = 'chat',
}: Told): Answered {
  const type: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' };
  const body = bytes ?? new TextEncoder().encode(json === undefined ? (text ?? '') : JSON.stringify(json));
  const exchange: Exchange = {
    request: {
      method: 'POST',
      url: 'https://workspace.example/',
      headers: [],
      ...(sent === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(sent)) }),
    },
    response: { status, headers: Object.entries({ ...type, ...headers }), body },
    ...(fault === undefined ? {} : { fault }),
    ...(aborted === undefined ? {} : { aborted }),
    times: { startedAt: 0, dequeued: 0, firstByte: 10, end: 20, ...times },
  };
  return api === 'none' ? answered(exchange) : answered(exchange, contracted[api]);
}

export function expectation(checks: Checks): Expectation {
  return { checks, lines: {}, outcomes: Object.keys(checks) as OutcomeName[] };
}

export function judged(checks: Checks, subject: Answered): readonly Finding[] {
  return judge([expectation(checks)], subject, context);
}

/** The codes of what does not hold. */
export function refuted(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ holds }) => !holds).map(({ check }) => check);
}

export function messages(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ holds }) => !holds).map(({ message }) => message);
}

export const reset: WireFault = { code: 'reset', message: 'the connection was reset', beforeResponse: true };

/** The envelope of the platform. */
export function databricks(code: string, message: string): Json {
  const detail = { '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: '1b2c', serving_data: '' };
  return { error_code: code, message, details: [detail] };
}
