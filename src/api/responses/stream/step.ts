import type { JsonObject } from '../../../json/index.js';
import { cut } from '../../describe.js';
import { textAt } from '../../fields.js';
import type { ResponsesStreamLog, responsesStreamRules } from './rules.js';
import type { ResponseDraft } from './state.js';

/** One event on its way into the draft. */
export interface Step {
  readonly draft: ResponseDraft;
  readonly event: JsonObject;
  /** The name of the event in the stream, beside its `type`. */
  readonly name: string | undefined;
  readonly frame: number;
  readonly log: ResponsesStreamLog;
}

export type Take = (step: Step) => void;

/** Reports that the event breaks a rule. Without `legal` whatever the phase allows was legal. */
export function tell(
  { draft, frame, log }: Pick<Step, 'draft' | 'frame' | 'log'>,
  rule: keyof typeof responsesStreamRules,
  came: string,
  legal = legalIn(draft),
): void {
  log.report(rule, { frame, state: stateOf(draft), legal, came });
}

/** As a sentence names the event. */
export function typeOf({ event }: Step): string {
  return cut(textAt(event, 'type') ?? 'an event', 80);
}

function stateOf({ phase, open }: ResponseDraft): string {
  switch (phase) {
    case 'open':
      return open === undefined ? 'response open' : `item ${open.index} open`;
    case 'ended':
      return 'after the last event';
    case 'done':
      return 'after [DONE]';
    case 'start':
    case 'error':
      return phase;
  }
}

function legalIn({ phase, open, items }: ResponseDraft): string {
  switch (phase) {
    case 'start':
      return 'response.created, a keep-alive or an error';
    case 'open':
      return open === undefined
        ? `response.output_item.added of item ${items.length}, the last event or an error`
        : `an event of item ${open.index}, its response.output_item.done or an error`;
    case 'error':
      return 'response.failed, [DONE] or the end of the stream';
    case 'ended':
      return '[DONE] or the end of the stream';
    case 'done':
      return 'the end of the stream';
  }
}
