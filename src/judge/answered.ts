import { type Answer, type GatewayError, readError, type StatementProgress } from '../api/index.js';
import type { Json } from '../json/index.js';
import { decodeSse, type Exchange, type HeaderPair, type WireResponse } from '../wire/index.js';
import type { ApiContract } from './api-contract.js';
import { type BodyReading, readBody } from './body/read-body.js';
import { headerValue, mediaTypeOf } from './header.js';
import { eventsIn, readStream, type StreamAnswer } from './stream.js';

/** One exchange, ready to be judged. Made by `answered`. */
export interface Answered {
  readonly exchange: Exchange;
  /** The API that the call was made on; for a raw request the API whose path it hit, if any. */
  readonly api?: ApiContract;
  /** There when the exchange is the last of a statement's: what all of them told of it. */
  readonly statement?: StatementProgress;
  /** Left out when the exchange has a fault: what arrived before it is no answer. */
  readonly response?: ReadResponse;
}

/** A response with its body parsed, so that every check looks at the same reading. */
export interface ReadResponse {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly mediaType: string | undefined;
  readonly body: BodyReading;
  readonly bytes: Uint8Array;
  /** There when it came as an event stream of an API that streams. */
  readonly stream?: StreamAnswer;
}

/** What the checks judge: an answer that arrived whole. */
export interface Received extends Answered {
  readonly response: ReadResponse;
}

export interface JudgeContext {
  /** All that there are: a completion is one in the eyes of any API. */
  readonly apis: readonly ApiContract[];
}

/** Parses the response, once. A statement comes with what its exchanges told. */
export function answered(exchange: Exchange, api?: ApiContract, statement?: StatementProgress): Answered {
  const ofApi = {
    ...(api === undefined ? {} : { api }),
    ...(statement === undefined ? {} : { statement }),
  };
  if (exchange.response === undefined || exchange.fault !== undefined) return { exchange, ...ofApi };
  return { exchange, ...ofApi, response: readResponse(exchange, exchange.response, api) };
}

export function isReceived(subject: Answered): subject is Received {
  return subject.response !== undefined;
}

/** What the gateway says in place of an answer. */
export function errorIn({ bytes, headers }: ReadResponse): GatewayError {
  return readError(bytes, headerValue(headers, 'content-type'));
}

/** Why there is nothing to judge, and of a stream how far it had come. */
export function whyNotReceived({ exchange: { fault, response } }: Answered): string {
  const what = response === undefined ? 'There is no response' : 'There is no whole response';
  const why = fault?.message ?? 'the exchange ended without one';
  return `${what}: ${why.replace(/\.?$/, '.')}${response === undefined ? '' : howFar(response)}`;
}

function howFar({ headers, body }: WireResponse): string {
  if (mediaTypeOf(headers) !== 'text/event-stream') return '';
  const events = eventsIn(decodeSse(body));
  if (events === 0) return ' No frame of the stream had arrived.';
  return events === 1 ? ' 1 frame of the stream had arrived.' : ` ${events} frames of the stream had arrived.`;
}

function readResponse(
  { request, aborted }: Exchange,
  response: WireResponse,
  api: ApiContract | undefined,
): ReadResponse {
  const { status, headers, body: bytes } = response;
  const body = readBody(bytes, headerValue(headers, 'content-encoding'));
  const mediaType = mediaTypeOf(headers);
  if (api === undefined || mediaType !== 'text/event-stream') return { status, headers, mediaType, body, bytes };
  const stream = readStream(response, api, sentJson(request.body), aborted === true);
  return { status, headers, mediaType, body, bytes, stream };
}

/** What was asked, where it is JSON. */
export function sentJson(body: Uint8Array | undefined): Json | undefined {
  const reading = body === undefined ? undefined : readBody(body);
  return reading?.kind === 'json' ? reading.value : undefined;
}

/** What a caller reads out of the answer, however it came. */
export function answerIn({ api, response: { body, stream } }: Received): Answer | undefined {
  if (stream !== undefined) return stream.reading.answer;
  return body.kind === 'json' ? api?.api.readAnswer(body.value) : undefined;
}
