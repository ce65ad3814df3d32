import type { Json } from '../../../json/index.js';
import { isJsonObject } from '../../../json/index.js';
import { isList } from '../../fields.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';
import { partFault } from '../part.js';
import { ofCandidates } from './candidates.js';

/** A candidate that was filtered has no content, one that was cut off in its thoughts has content without parts. */
export const contentWellFormed = ofCandidates(({ candidate, at }) => {
  const content = candidate['content'] ?? null;
  if (content === null) return [];
  if (!isJsonObject(content)) return [unexpected(`${at}/content`, content, 'an object')];
  const where = `${at}/content/parts`;
  const parts = content['parts'] ?? null;
  if (parts === null) return [];
  if (!isList(parts)) return [unexpected(where, parts, 'a list of parts')];
  return violationsIn(parts, (part, position) => checkPart(part, `${where}/${position}`));
});

function checkPart(part: Json, at: string): readonly Violation[] {
  const fault = partFault(part);
  if (fault === undefined) return [];
  return [unexpected(fault.key === '' ? at : `${at}/${fault.key}`, fault.found, fault.expected)];
}
