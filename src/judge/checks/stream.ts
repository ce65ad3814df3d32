import type { Checks } from '../../spec/index.js';
import type { ArrivedPiece } from '../../wire/index.js';
import type { Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';
import { frameTimes } from '../frame-times.js';
import { eventsIn, type StreamAnswer } from '../stream.js';
import { endInWords } from '../stream-end.js';
import { boundFinding, sinceSent } from './bound.js';
import { streamRuleFindings, whyNoStream } from './stream-rules.js';

type Asked = Exclude<NonNullable<Checks['stream']>, readonly unknown[]>;
type Measure = Exclude<keyof Asked, 'rules'>;

/** What a spec asks of a stream as a whole: rules of its grammar by name, its length, its pace, and how it ends. */
export function checkStream(expected: NonNullable<Checks['stream']>, answer: Received): readonly Finding[] {
  const asked: Asked = Array.isArray(expected) ? { rules: expected } : expected;
  return [
    ...(asked.rules ?? []).flatMap((name) => streamRuleFindings(name, answer)),
    ...(Object.keys(measures) as Measure[]).flatMap((name) => measureFindings(name, asked, answer)),
  ];
}

function measureFindings<Name extends Measure>(name: Name, asked: Asked, answer: Received): readonly Finding[] {
  const expected = asked[name];
  if (expected === undefined) return [];
  const check = `stream.${name}`;
  const { api, exchange, response } = answer;
  if (api === undefined) return [fails(check, 'The request is on no path of an API whose streams can be read.')];
  if (response.stream === undefined) return [fails(check, whyNoStream(response.mediaType))];
  return [measures[name](check, expected, response.stream, exchange.times)];
}

type Times = Received['exchange']['times'];

const measures: {
  readonly [Name in Measure]: (
    check: string,
    expected: NonNullable<Asked[Name]>,
    stream: StreamAnswer,
    times: Times,
  ) => Finding;
} = {
  frames: (check, { least = 0, most = Number.POSITIVE_INFINITY }, { framing }) => {
    const found = eventsIn(framing);
    const message = `The stream has ${found === 1 ? '1 frame' : `${found} frames`}`;
    if (found < least) return fails(check, `${message}; expected at least ${least}.`, { expected: { least }, found });
    if (found > most) return fails(check, `${message}; expected at most ${most}.`, { expected: { most }, found });
    return holds(check, `${message}.`);
  },
  'first-token': (check, bound, { framing, reading: { firstToken } }, times) => {
    if (firstToken === undefined) return fails(check, 'The stream brought no token.');
    const at = frameTimes(framing, times.pieces ?? [])[firstToken];
    if (at === undefined) return fails(check, unknownTimes);
    return withPlace(boundFinding(check, 'The first token', bound, sinceSent(at, times)), firstToken);
  },
  'longest-gap': (check, bound, { framing }, { pieces = [] }) => {
    if (pieces.length === 0) return fails(check, unknownTimes);
    const { length, behind } = longestGap(pieces);
    const awaited = framing.frames.findIndex(({ offset, bytes }) => offset + bytes.length > behind);
    return withPlace(boundFinding(check, 'The longest gap between two pieces of the stream', bound, length), awaited);
  },
  end: (check, expected, stream) => {
    const how = endInWords(stream);
    if (stream.end === expected) return holds(check, `${how}.`);
    return fails(check, `${how}; expected ${expected}.`, { expected, found: stream.end });
  },
};

const unknownTimes = 'It is not recorded when the pieces of the stream arrived.';

/** `behind`: how many bytes had come when the silence began. A stream that came in one piece has a gap of no length. */
function longestGap(pieces: readonly ArrivedPiece[]): { readonly length: number; readonly behind: number } {
  let longest = { length: 0, behind: 0 };
  let before = pieces[0];
  for (const piece of pieces) {
    const length = piece.at - (before?.at ?? piece.at);
    if (length > longest.length) longest = { length, behind: before?.end ?? 0 };
    before = piece;
  }
  return longest;
}

/** Where to look is of use only to who looks for what is wrong. */
function withPlace(finding: Finding, frame: number): Finding {
  return finding.holds || frame < 0 ? finding : { ...finding, where: `frame ${frame}` };
}
