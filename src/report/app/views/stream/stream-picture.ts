import type { ExchangeRecord } from '../../../../journal/index.js';
import { type StreamFrame, splitFrames } from './frames.js';
import { type Sighting, terminalIn, tokenIn } from './tokens.js';

/** An event stream as the viewer draws it. Times are milliseconds since the request left the harness's own queue. */
export interface StreamPicture {
  readonly rows: readonly StreamRow[];
  readonly firstByte?: number;
  /** The first event that brings content; absent when none was recognised. */
  readonly firstToken?: Moment;
  /** The last event that ends a stream of its API. */
  readonly terminal?: Moment;
  readonly longestGap?: Gap;
  readonly end: number;
  readonly ending: Ending;
  /** The journal keeps the beginning of the stream only. */
  readonly shortened: boolean;
  /** It is known when its pieces arrived. */
  readonly timed: boolean;
}

export interface StreamRow {
  readonly frame: StreamFrame;
  /** When it had arrived whole; absent when that is not known. */
  readonly at?: number;
  /** How long after the row before. */
  readonly gap?: number;
  /** The content that it brings. */
  readonly token?: string;
}

export interface Moment extends Sighting {
  readonly at?: number;
}

/** A silence, and the row that ended it; none when the stream ended in it. */
export interface Gap {
  readonly ms: number;
  readonly index?: number;
}

/** `cut`: by a fault; `left`: the harness had seen enough; `ended`: the response ended as HTTP has it. */
export type Ending =
  | { readonly how: 'cut'; readonly code: string; readonly message: string }
  | { readonly how: 'left' }
  | { readonly how: 'ended' };

export function isEventStream({ response }: ExchangeRecord): boolean {
  const headers = response?.headers ?? [];
  return headers.some(([name, value]) => /^content-type$/i.test(name) && /^\s*text\/event-stream\b/i.test(value));
}

/** Undefined when the exchange has no event stream of which the journal keeps the text. */
export function pictureOf(exchange: ExchangeRecord): StreamPicture | undefined {
  const { response, times, fault, aborted } = exchange;
  const body = response?.body;
  if (!isEventStream(exchange) || body?.kind !== 'text' || body.text === '') return undefined;
  const sent = times.dequeued ?? 0;
  const pieces = (times.pieces ?? []).map(({ end, at }) => ({ end, at: at - sent }));
  const seen = rowsOf(splitFrames(body.text), pieces).map((row) => {
    const data = row.frame.outcome === 'event' ? row.frame.data : undefined;
    const json = jsonOf(data);
    return { row, token: tokenIn(json), terminal: data === undefined ? undefined : terminalIn(data, json) };
  });
  const rows = seen.map(({ row, token }) => (token === undefined ? row : { ...row, token: token.text }));
  const first = seen.find(({ token }) => token !== undefined);
  const last = seen.findLast(({ terminal: by }) => by !== undefined);
  const firstToken = first?.token === undefined ? undefined : momentOf(first.row, first.token.by);
  const terminal = last?.terminal === undefined ? undefined : momentOf(last.row, last.terminal);
  const end = times.end - sent;
  const longestGap = longestGapOf(rows, pieces, fault === undefined ? undefined : end);
  return {
    rows,
    ...(times.firstByte === undefined ? {} : { firstByte: times.firstByte - sent }),
    ...(firstToken === undefined ? {} : { firstToken }),
    ...(terminal === undefined ? {} : { terminal }),
    ...(longestGap === undefined ? {} : { longestGap }),
    end,
    ending:
      fault !== undefined
        ? { how: 'cut', code: fault.code, message: fault.message }
        : { how: aborted === true ? 'left' : 'ended' },
    shortened: body.cut === true,
    timed: pieces.length > 0,
  };
}

interface Piece {
  readonly end: number;
  readonly at: number;
}

function momentOf({ frame, at }: StreamRow, by: string): Moment {
  return { index: frame.index, by, ...(at === undefined ? {} : { at }) };
}

/** A frame has arrived with the piece that holds its last byte. */
export function rowsOf(frames: readonly StreamFrame[], pieces: readonly Piece[]): readonly StreamRow[] {
  let next = 0;
  let before: number | undefined;
  return frames.map((frame) => {
    while ((pieces[next]?.end ?? frame.end) < frame.end) next += 1;
    const at = pieces[next]?.at;
    const gap = at === undefined || before === undefined ? undefined : at - before;
    before = at;
    return { frame, ...(at === undefined ? {} : { at }), ...(gap === undefined ? {} : { gap }) };
  });
}

/** Between two pieces, as `stream.longest-gap` counts it; for a stream that was cut, also the silence before its end. */
export function longestGapOf(
  rows: readonly StreamRow[],
  pieces: readonly Piece[],
  cutAt: number | undefined,
): Gap | undefined {
  let longest: Gap | undefined;
  for (const [index, { at }] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before === undefined || at - before.at <= (longest?.ms ?? 0)) continue;
    const row = rows.findIndex(({ frame }) => frame.end > before.end);
    longest = { ms: at - before.at, ...(row < 0 ? {} : { index: row }) };
  }
  const last = pieces.at(-1);
  if (cutAt !== undefined && last !== undefined && cutAt - last.at > (longest?.ms ?? 0)) return { ms: cutAt - last.at };
  return longest;
}

function jsonOf(data: string | undefined): unknown {
  if (data === undefined || !/^\s*\{/.test(data)) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
