import { type SseFault, type SseFaultKind, sseFault } from './fault.js';
import type { SseField } from './field.js';
import type { SseFrame, SseFrameOutcome } from './frame.js';
import type { SseLine } from './lines.js';
import { addPlaces, noPlaces, onePlace, type Places } from './places.js';

/** A frame while its lines arrive. */
export interface FrameDraft {
  readonly index: number;
  readonly offset: number;
  readonly startedAt: number;
  at: number;
  lineEnd: SseFrame['lineEnd'];
  event?: string;
  data?: string[];
  id?: string;
  retry?: number;
  readonly comments: string[];
  readonly unknown: { name: string; value: string }[];
  byteOrderMark: boolean;
  readonly marks: Map<MarkCode, Places>;
}

/** Faults that a frame reports once, with their number. */
export type MarkCode = Extract<SseFaultKind, { count: number }>['code'];

export function beginFrame(index: number, line: SseLine): FrameDraft {
  const { offset, startedAt, at } = line;
  return {
    index,
    offset,
    startedAt,
    at,
    lineEnd: 'none',
    comments: [],
    unknown: [],
    byteOrderMark: false,
    marks: new Map(),
  };
}

export function mark(draft: FrameDraft, code: MarkCode, found: Places): void {
  if (found.count > 0) draft.marks.set(code, addPlaces(draft.marks.get(code) ?? noPlaces, found));
}

/** Fields are read as WHATWG HTML section 9.2.6 asks, by exact name; `offset` is that of its first byte. */
export function addField(draft: FrameDraft, field: SseField, offset: number, lineIsWhole: boolean): void {
  if (field.kind === 'comment') {
    draft.comments.push(field.text);
    return;
  }
  const { name, value } = field;
  switch (name) {
    case 'event':
      draft.event = value;
      return;
    case 'data':
      draft.data ??= [];
      draft.data.push(value);
      return;
    case 'id':
      if (value.includes('\0')) mark(draft, 'nul-in-id', onePlace(offset));
      else draft.id = value;
      return;
    case 'retry':
      addRetry(draft, value, offset, lineIsWhole);
      return;
    default:
      draft.unknown.push({ name, value });
  }
}

function addRetry(draft: FrameDraft, value: string, offset: number, lineIsWhole: boolean): void {
  const milliseconds = Number(value);
  if (/^[0-9]+$/.test(value) && Number.isSafeInteger(milliseconds)) draft.retry = milliseconds;
  // What is missing of a line that was cut could have made it readable.
  else if (lineIsWhole) mark(draft, 'retry-unreadable', onePlace(offset));
}

export function finishFrame(draft: FrameDraft, bytes: Uint8Array, outcome: SseFrameOutcome): SseFrame {
  const { index, startedAt, at, offset, lineEnd, event, data, id, retry, comments, unknown } = draft;
  return {
    index,
    outcome,
    startedAt,
    at,
    offset,
    bytes,
    lineEnd,
    ...(event === undefined ? {} : { event }),
    ...(data === undefined ? {} : { data: data.join('\n') }),
    ...(id === undefined ? {} : { id }),
    ...(retry === undefined ? {} : { retry }),
    comments,
    unknown,
  };
}

export function faultsOf(draft: FrameDraft): readonly SseFault[] {
  const marked = [...draft.marks].map(([code, { offset, count }]) => sseFault({ code, count }, draft.index, offset));
  return draft.byteOrderMark ? [sseFault({ code: 'byte-order-mark' }, draft.index, draft.offset), ...marked] : marked;
}
