import type { Fault } from '../fault.js';
import { remove, replace } from '../making/edit.js';
import { mend } from '../making/requests.js';
import { answers, errorOf, respond, statuses } from '../making/responses.js';
import { asking, both, on, onPath, responses, saying } from '../making/where.js';

const api = on(responses);
const failing = () => errorOf(500, 'INTERNAL_ERROR', 'The request failed.');

export const responsesObservedFaults: readonly Fault[] = [
  {
    id: 'responses.no-completed-at',
    sentence: 'A response does not say when it was completed.',
    breaks: ['RESP-10'],
    deviate: answers(api, remove('$.completed_at')),
  },
  {
    id: 'responses.unpaired-call-as-500',
    sentence: 'A function_call without its output is an internal error.',
    breaks: ['RESP-29'],
    deviate: statuses(both(api, saying('function_call')), 400, 500),
  },
  {
    id: 'responses.same-name-twice-as-500',
    sentence: 'Two functions of the same name are an internal error.',
    breaks: ['RESP-30'],
    deviate: respond(both(api, asking('$.tools[?@.parameters.properties.number]')), failing),
  },
  {
    id: 'responses.choice-not-offered-as-500',
    sentence: 'A tool_choice that names a function that is not offered is an internal error.',
    breaks: ['RESP-31'],
    deviate: respond(both(api, saying('no_such_tool')), failing),
  },
  {
    id: 'responses.schema-of-a-list-as-500',
    sentence: 'A JSON schema that is not that of an object is an internal error.',
    breaks: ['RESP-36'],
    deviate: respond(both(api, asking("$.text.format.schema[?@ == 'array']")), failing),
  },
  {
    id: 'responses.unreadable-image-as-500',
    sentence: 'An image that cannot be read is an internal error.',
    breaks: ['RESP-38'],
    deviate: statuses(both(api, saying('input_image')), 400, 500),
  },
  {
    id: 'responses.empty-input-as-500',
    sentence: 'An empty list as input is an internal error.',
    breaks: ['RESP-55'],
    deviate: respond(
      both(api, ({ body }) => Array.isArray(body?.['input']) && body['input'].length === 0),
      failing,
    ),
  },
  {
    id: 'responses.stop-as-500',
    sentence: 'Stop sequences are an internal error.',
    breaks: ['RESP-56'],
    deviate: respond(both(api, asking('$.stop')), failing),
  },
  {
    id: 'responses.half-a-pair-as-500',
    sentence: 'Half of a surrogate pair is an internal error.',
    breaks: ['RESP-58'],
    deviate: respond(both(api, saying('a\ud83d')), failing),
  },
  {
    id: 'responses.made-up-reasoning-as-500',
    sentence: 'A reasoning item whose encrypted content was made up is an internal error.',
    breaks: ['RESP-19'],
    deviate: statuses(both(api, asking('$.input[*].encrypted_content')), 400, 500),
  },
  {
    id: 'responses.long-ids-cut',
    sentence: 'The ids of items are cut to 64 characters instead of refused.',
    breaks: ['RESP-60'],
    deviate: mend(
      api,
      replace('$.input[*].id', (id: unknown) => String(id).slice(0, 64)),
    ),
  },
  {
    id: 'responses.store-ignored',
    sentence: 'A request to store the response is answered without storing it.',
    breaks: ['RESP-61'],
    deviate: mend(api, remove('$.store')),
  },
  {
    id: 'responses.by-id-as-404',
    sentence: 'A response that is asked for by its id is said not to exist.',
    breaks: ['RESP-62'],
    deviate: respond(onPath(/\/responses\/resp_/), () => errorOf(404, 'NOT_FOUND', 'The response does not exist.')),
  },
];
