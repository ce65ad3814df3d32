import { unexpected } from '../../violation.js';
import { geminiFinishReasons } from '../finish-reasons.js';
import { ofCandidates } from './candidates.js';

const known = `one of ${[...geminiFinishReasons.keys()].join(', ')}`;

export const finishReasonKnown = ofCandidates(({ candidate, at }) => {
  const reason = candidate['finishReason'];
  const holds = typeof reason === 'string' && geminiFinishReasons.has(reason);
  return holds ? [] : [unexpected(`${at}/finishReason`, reason, known)];
});
