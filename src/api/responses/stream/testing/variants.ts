import type { Json, JsonObject } from '../../../../json/index.js';
import {
  call,
  called,
  completed,
  completing,
  created,
  finishing,
  message,
  numbered,
  opened,
  partAdded,
  partDone,
  saying,
} from '../../../testing/responses-stream.js';
import { event } from '../../../testing/streams.js';

/** Streams that break one rule, each with the rules whose violations follow from that, in their order. */
export type BrokenStreams = readonly (readonly [stream: string, rules: readonly string[]])[];

export const done = 'data: [DONE]\n\n';

/** A stream that says hello, with these events between the beginning and the end of the message. */
export const within = (...events: readonly JsonObject[]): string =>
  numbered([created, opened, ...events, finishing(message), completed]);

/** A stream that says hello, with another end of the item and another end of all. */
export const ending = (item: Json, terminal: JsonObject = completed): string =>
  numbered([created, opened, partAdded(), ...saying, partDone(), finishing(item), terminal]);

/** A stream that calls a function, which is added in another way. */
export const calling = (added: JsonObject): string => numbered([created, added, ...restOfCall, completing([call])]);
export const [callAdded = {}, ...restOfCall] = called;

/** One event with a number and, if it is given, a name. */
export const bare = (each: JsonObject, number: number, name?: string): string =>
  event({ sequence_number: number, ...each }, name === undefined ? {} : { event: name });

export const without = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
