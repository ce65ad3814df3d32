import type { SseFrame } from '../../../wire/index.js';
import { shown } from '../../stream/index.js';
import type { GeminiStreamLog } from './rules.js';
import { type GeminiDraft, placeOf } from './state.js';

/** What the lines of a frame are, apart from what the data says. */
export function checkLines(draft: GeminiDraft, frame: SseFrame, log: GeminiStreamLog): void {
  const at = placeOf(draft, frame.index);
  if (frame.event !== undefined) {
    // The JavaScript SDK drops such an event without a word.
    log.report('event-unnamed', {
      ...at,
      legal: 'an event without a name',
      came: `an event line (${shown(frame.event)})`,
    });
  }
  const [other] = otherLines(frame);
  if (other !== undefined) log.report('data-line-only', { ...at, legal: 'one data line', came: other });
  const [comment] = frame.comments;
  if (comment !== undefined) {
    log.report('comments-absent', { ...at, legal: 'no comments', came: `a comment (${shown(comment)})` });
  }
}

function otherLines({ id, retry, unknown, data }: SseFrame): readonly string[] {
  const [strange] = unknown;
  return [
    ...(id === undefined ? [] : [`an id line (${shown(id)})`]),
    ...(retry === undefined ? [] : [`a retry line (${retry})`]),
    ...(strange === undefined ? [] : [`a line with the field ${shown(strange.name)}`]),
    // Each further data line stands in the joined data behind a line feed.
    ...(data?.includes('\n') ? ['data over several lines'] : []),
  ];
}
