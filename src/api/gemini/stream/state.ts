import type { Json, JsonObject } from '../../../json/index.js';
import type { StreamReading } from '../../stream/index.js';

/**
 * `start`: no candidate yet. `open`: one has not finished. `finished`: all that have begun have finished.
 * `blocked`: the prompt gets no answer. `error`: an error came.
 */
export type GeminiPhase = 'start' | 'open' | 'finished' | 'blocked' | 'error';

/** A streamed answer as far as it has come. */
export interface GeminiDraft {
  phase: GeminiPhase;
  /** As the first chunk that has them gives them. */
  readonly identity: { [Key in (typeof identityKeys)[number]]?: string };
  /** By index, which is whatever the gateway says: hence no list. */
  readonly candidates: Map<number, CandidateDraft>;
  /** How many candidates have not finished; counted, because a hostile stream has many. */
  unfinished: number;
  blockReason?: string;
  /** The last one, and the frame that brought it. */
  usage?: { readonly counts: JsonObject; readonly frame: number };
  error?: NonNullable<StreamReading['error']>;
  firstToken?: number;
  terminal?: number;
}

export const identityKeys = ['responseId', 'modelVersion'] as const;

export interface CandidateDraft {
  readonly index: number;
  /** A content came, which has to say whose it is. */
  spoken: boolean;
  text: string;
  thoughts: string;
  /** The parts with function calls, as they came. */
  readonly calls: Json[];
  readonly callIds: Set<string>;
  /** Set when it has finished, as spelled. */
  finish?: string;
}

export function beginGemini(): GeminiDraft {
  return { phase: 'start', identity: {}, candidates: new Map(), unfinished: 0 };
}

export function stateOf({ index, finish }: CandidateDraft): string {
  return `candidate ${index} ${finish === undefined ? 'open' : 'finished'}`;
}

function legalIn(phase: GeminiPhase): string {
  switch (phase) {
    case 'start':
      return 'a chunk or an error';
    case 'open':
      return 'a chunk, until every candidate has a finishReason, or an error';
    case 'finished':
    case 'blocked':
      return 'usage alone, or the end of the stream';
    case 'error':
      return 'the end of the stream';
  }
}

/** Where a violation is, with everything but what came. */
export function placeOf({ phase }: GeminiDraft, frame: number) {
  return { frame, state: phase, legal: legalIn(phase) };
}
