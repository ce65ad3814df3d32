import { objectAt } from '../../fields.js';
import { ofObject } from '../../rules/index.js';
import { unexpected } from '../../violation.js';
import { incompleteReason, incompleteReasons } from '../finish.js';

const knownReasons = [...incompleteReasons.keys()].join(' or ');

/** Of the other statuses `failed` is no answer, and the rest are for responses that run in the background. */
export const finishReasonKnown = ofObject((body) => {
  const { status } = body;
  if (status === 'completed') return [];
  if (status !== 'incomplete') return [unexpected('/status', status, '"completed" or "incomplete"')];
  if (incompleteReasons.has(incompleteReason(body) ?? '')) return [];
  const details = objectAt(body, 'incomplete_details');
  return details === undefined
    ? [unexpected('/incomplete_details', body['incomplete_details'], 'the reason, because the response is incomplete')]
    : [unexpected('/incomplete_details/reason', details['reason'], knownReasons)];
});
