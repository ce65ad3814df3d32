import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { ofObject } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';
import { decodeEmbedding } from '../decode.js';

export interface Member {
  readonly member: JsonObject;
  /** In the list. */
  readonly position: number;
  readonly at: string;
}

type Check = (member: Member, sent: Json | undefined) => readonly Violation[];

/** A rule about every member of the list. A body without any breaks it: a rule with nothing to look at proves nothing. */
export function ofMembers(check: Check): (body: Json, sent?: Json) => readonly Violation[] {
  return ofObject((body, sent) => {
    const data = listAt(body, 'data');
    if (data === undefined || data.length === 0)
      return [unexpected('/data', body['data'], 'a list of at least one embedding')];
    return violationsIn(data, (member, position) => {
      const at = `/data/${position}`;
      return isJsonObject(member) ? check({ member, position, at }, sent) : [unexpected(at, member, 'an object')];
    });
  });
}

/** A rule about every vector. One that cannot be decoded breaks it too, because it could not be looked at. */
export function ofVectors(
  check: (vector: readonly number[], member: Member, sent: Json | undefined) => readonly Violation[],
): (body: Json, sent?: Json) => readonly Violation[] {
  return ofMembers((member, sent) => {
    const found = member.member['embedding'];
    const decoded = decodeEmbedding(found);
    return decoded.ok
      ? check(decoded.vector, member, sent)
      : [unexpected(`${member.at}/embedding`, found, decoded.expected)];
  });
}
