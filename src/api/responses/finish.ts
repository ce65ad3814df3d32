import type { JsonObject } from '../../json/index.js';
import type { FinishReason } from '../answer.js';
import { objectAt, textAt } from '../fields.js';
import { itemsOfType, partsOfType } from './output.js';

/** Why a response may be incomplete, in the harness's terms. */
export const incompleteReasons: ReadonlyMap<string, FinishReason> = new Map([
  ['max_output_tokens', 'length'],
  ['content_filter', 'filtered'],
]);

export function incompleteReason(response: JsonObject): string | undefined {
  return textAt(objectAt(response, 'incomplete_details') ?? {}, 'reason');
}

export interface Finish {
  readonly finish: FinishReason | undefined;
  readonly rawFinish: string | undefined;
}

/**
 * The API has a status and, for an incomplete response, a reason, but no finish reason. A response that calls
 * functions is completed like any other, and so is a refusal, which is a content part of its own and never text.
 */
export function finishOf(response: JsonObject): Finish {
  const status = textAt(response, 'status');
  switch (status) {
    case undefined:
      return { finish: undefined, rawFinish: undefined };
    case 'completed':
      return { finish: completedFinish(response), rawFinish: status };
    case 'incomplete': {
      const reason = incompleteReason(response);
      return { finish: incompleteReasons.get(reason ?? '') ?? 'other', rawFinish: reason ?? status };
    }
    default:
      return { finish: 'other', rawFinish: status };
  }
}

function completedFinish({ output }: JsonObject): FinishReason {
  if (partsOfType(output, 'refusal').length > 0) return 'filtered';
  return itemsOfType(output, 'function_call').length > 0 ? 'tool-calls' : 'stop';
}
