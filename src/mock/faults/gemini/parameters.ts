import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, isRecord, remove, replace } from '../making/edit.js';
import { complain, mend, overlook } from '../making/requests.js';
import { answers, errorOf, respond, statuses } from '../making/responses.js';
import { asking, both, gemini, on } from '../making/where.js';

const here = on(gemini);
const config = '$.generationConfig';
const hello = { role: 'user', parts: [{ text: 'Say hello.' }] };
const crash = () => errorOf(500, 'INTERNAL_ERROR', 'Internal error.');

/** Moves a number into its range. */
const within = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' ? Math.min(most, Math.max(least, value)) : value;

export const parameterFaults: readonly Fault[] = [
  {
    id: 'gemini.falsy-parameters-dropped',
    sentence: 'A parameter of the generationConfig that is 0 does not reach the model.',
    breaks: ['GEM-58'],
    deviate: forward(here, remove(`${config}[?@ == 0]`)),
  },
  {
    id: 'gemini.top-k-dropped',
    sentence: 'The topK of a request does not reach the model.',
    breaks: ['GEM-58'],
    deviate: forward(here, remove(`${config}.topK`)),
  },
  {
    id: 'gemini.penalties-made-positive',
    sentence: 'The frequencyPenalty of a request reaches the model as a positive number.',
    breaks: ['GEM-58'],
    deviate: forward(
      here,
      replace(`${config}.frequencyPenalty`, (value: unknown) => Math.abs(Number(value))),
    ),
  },
  {
    id: 'gemini.stop-sequences-dropped',
    sentence: 'The stop sequences of a request do not reach the model.',
    breaks: ['GEM-48', 'GEM-58', 'STREAM-49'],
    deviate: forward(here, remove(`${config}.stopSequences`)),
  },
  {
    id: 'gemini.first-stop-sequence-only',
    sentence: 'Of several stop sequences only the first reaches the model.',
    breaks: ['GEM-48', 'STREAM-49'],
    deviate: forward(here, remove(`${config}.stopSequences[1:]`)),
  },
  {
    id: 'gemini.stop-sequence-in-text',
    sentence: 'A candidate contains the stop sequence that ended it.',
    breaks: ['GEM-48'],
    deviate: answers(
      both(here, asking(`${config}.stopSequences`)),
      replace('$.candidates[0].content.parts[0].text', (text: unknown) => `${text}7`),
    ),
  },
  {
    id: 'gemini.optional-parameters-as-500',
    sentence: 'A request with a seed is an internal error.',
    breaks: ['GEM-57'],
    deviate: respond(both(here, asking(`${config}.seed`)), crash),
  },
  {
    id: 'gemini.top-k-as-500',
    sentence: 'A request with topK is an internal error.',
    breaks: ['GEM-57'],
    deviate: respond(both(here, asking(`${config}.topK`)), crash),
  },
  {
    id: 'gemini.answer-without-contents',
    sentence: 'A request without contents is answered.',
    breaks: ['GEM-53'],
    deviate: mend(here, (body) => (isRecord(body) && !body['contents'] ? { ...body, contents: [hello] } : body)),
  },
  {
    id: 'gemini.answer-to-empty-contents',
    sentence: 'A request with an empty list of contents is answered.',
    breaks: ['GEM-53'],
    deviate: mend(
      here,
      replace('$.contents', (turns: unknown) => (Array.isArray(turns) && turns.length === 0 ? [hello] : turns)),
    ),
  },
  {
    id: 'gemini.unknown-role-as-user',
    sentence: 'A content whose role does not exist is taken for one of the user.',
    breaks: ['GEM-54'],
    deviate: mend(here, replace("$.contents[?@.role == 'robot'].role", 'user')),
  },
  {
    id: 'gemini.contents-of-any-type',
    sentence: 'Contents that are a text are taken for a prompt.',
    breaks: ['GEM-55'],
    deviate: mend(
      here,
      replace('$.contents', (turns: unknown) => (typeof turns === 'string' ? [hello] : turns)),
    ),
  },
  {
    id: 'gemini.temperature-of-any-type',
    sentence: 'A temperature that is a text is dropped.',
    breaks: ['GEM-55'],
    deviate: mend(here, remove(`${config}[?@ == 'warm']`)),
  },
  {
    id: 'gemini.limit-of-any-type',
    sentence: 'A maxOutputTokens that is no number is dropped.',
    breaks: ['GEM-55'],
    deviate: mend(
      here,
      replace(`${config}.maxOutputTokens`, (limit: unknown) => (typeof limit === 'number' ? limit : 4096)),
    ),
  },
  {
    id: 'gemini.config-of-any-type',
    sentence: 'A generationConfig that is no object is dropped.',
    breaks: ['GEM-55'],
    deviate: mend(
      here,
      replace(config, (value: unknown) => (isRecord(value) ? value : {})),
    ),
  },
  {
    id: 'gemini.parameters-clamped',
    sentence: 'A parameter outside its range is moved into it.',
    breaks: ['GEM-56'],
    deviate: mend(
      here,
      all(
        replace(`${config}.maxOutputTokens`, within(1, 8192)),
        replace(`${config}.temperature`, within(0, 2)),
        replace(`${config}.topP`, within(0, 1)),
      ),
    ),
  },
  {
    id: 'gemini.top-p-clamped',
    sentence: 'A topP outside its range is moved into it.',
    breaks: ['GEM-56'],
    deviate: mend(here, replace(`${config}.topP`, within(0, 1))),
  },
  {
    id: 'gemini.wrong-request-as-500',
    sentence: 'What is wrong with a request is an internal error.',
    breaks: ['GEM-53', 'GEM-54', 'GEM-55', 'GEM-56'],
    deviate: statuses(here, 400, 500),
  },
  {
    id: 'gemini.unknown-field-dropped',
    sentence: 'A field that the API does not have is dropped.',
    breaks: ['GEM-59'],
    deviate: mend(here, remove('$.no_such_field')),
  },
  {
    id: 'gemini.snake-case-refused',
    sentence: 'Fields in snake case are refused.',
    breaks: ['GEM-13'],
    deviate: complain(both(here, asking('$.generation_config')), 'unknown field "generation_config"'),
  },
  {
    id: 'gemini.any-signature-accepted',
    sentence: 'A thoughtSignature is accepted whatever it is.',
    breaks: ['GEM-16'],
    deviate: overlook(here, /thought signature/i),
  },
  {
    id: 'gemini.unpaired-calls-accepted',
    sentence: 'A conversation with a functionCall without its functionResponse, or the other way round, is answered.',
    breaks: ['GEM-29'],
    deviate: overlook(here, /function response/),
  },
];
