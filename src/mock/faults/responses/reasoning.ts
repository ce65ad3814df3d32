import type { Fault } from '../fault.js';
import { remove, replace } from '../making/edit.js';
import { renumbered } from '../making/renumbered.js';
import { outputItems } from '../making/response-objects.js';
import { answers, errorOf, respond } from '../making/responses.js';
import { drop, editEvents, exchange, first, named } from '../making/streams.js';
import { asking, both, on, responses } from '../making/where.js';

const api = on(responses);
const reasoning = "$.output[?@.type == 'reasoning']";
const delta = named('response.reasoning_summary_text.delta');

export const responsesReasoningFaults: readonly Fault[] = [
  {
    id: 'responses.reasoning-dropped',
    sentence: 'Reasoning items are left out of a response.',
    breaks: ['RESP-16', 'RESP-17', 'RESP-48'],
    deviate: answers(api, remove(reasoning)),
  },
  {
    id: 'responses.reasoning-without-summary',
    sentence: 'The summary of a reasoning item is null.',
    breaks: ['RESP-16'],
    deviate: answers(api, replace(`${reasoning}.summary`, null)),
  },
  {
    id: 'responses.reasoning-without-id',
    sentence: 'A reasoning item has no id.',
    breaks: ['RESP-16'],
    deviate: answers(api, remove(`${reasoning}.id`)),
  },
  {
    id: 'responses.reasoning-in-place-of-text',
    sentence: 'A response of a model that was asked to reason has no text.',
    breaks: ['RESP-16'],
    deviate: answers(both(api, asking('$.reasoning')), remove("$.output[?@.type == 'message']")),
  },
  {
    id: 'responses.encrypted-content-dropped',
    sentence: 'A reasoning item comes without its encrypted content.',
    breaks: ['RESP-17', 'RESP-48'],
    deviate: answers(api, remove(`${reasoning}.encrypted_content`)),
  },
  {
    id: 'responses.encrypted-content-in-lower-case',
    sentence: 'The encrypted content of a reasoning item changes its letter case.',
    breaks: ['RESP-17', 'RESP-48'],
    deviate: answers(
      api,
      replace(`${reasoning}.encrypted_content`, (text: unknown) => String(text).toLowerCase()),
    ),
  },
  {
    id: 'responses.returned-reasoning-refused',
    sentence: 'A reasoning item that is returned is refused.',
    breaks: ['RESP-17', 'RESP-48'],
    seen: 'BerriAI/litellm#36931',
    deviate: respond(both(api, asking("$.input[?@.type == 'reasoning']")), () =>
      errorOf(400, 'BAD_REQUEST', 'input.1.encrypted_content: Extra inputs are not permitted'),
    ),
  },
  {
    id: 'responses.long-item-ids',
    sentence: 'The ids of output items have more than 64 characters, and are refused when they are returned.',
    breaks: ['RESP-09', 'RESP-17', 'RESP-27', 'RESP-47', 'RESP-48'],
    seen: 'databricks/unity-gateway#99',
    deviate: outputItems(replace('$.id', (id: unknown) => `${id}${'0'.repeat(64)}`)),
  },
  {
    id: 'responses.reasoning-delta-lost',
    sentence: 'The first delta of a streamed summary of reasoning is lost.',
    breaks: ['RESP-18'],
    deviate: renumbered(drop(api, first(delta))),
  },
  {
    id: 'responses.reasoning-done-empty',
    sentence: 'The event that ends a streamed summary of reasoning states an empty text.',
    breaks: ['RESP-18'],
    deviate: editEvents(api, named('response.reasoning_summary_text.done'), replace('$.text', '')),
  },
  {
    id: 'responses.reasoning-spelled-twice',
    sentence: 'Streamed reasoning comes in the spelling of OpenAI and in that of Open Responses.',
    breaks: ['RESP-18'],
    deviate: renumbered(
      exchange(api, named('response.reasoning_summary_part.done'), (event) => [
        event,
        rawReasoning(event.data, 'response.reasoning_text.delta'),
        rawReasoning(event.data, 'response.reasoning.delta'),
      ]),
    ),
  },
  {
    id: 'responses.reasoning-as-text',
    sentence: 'Streamed reasoning comes in the events of a text.',
    breaks: ['RESP-18'],
    seen: 'BerriAI/litellm#32357',
    deviate: exchange(api, delta, ({ data }) => [
      {
        event: 'response.output_text.delta',
        data: data
          .replace('response.reasoning_summary_text.delta', 'response.output_text.delta')
          .replace('summary_index', 'content_index'),
      },
    ]),
  },
  {
    id: 'responses.reasoning-not-streamed',
    sentence: 'Reasoning is left out of a stream.',
    breaks: ['RESP-18'],
    seen: 'BerriAI/litellm#20246',
    deviate: renumbered(
      drop(
        api,
        named(
          'response.reasoning_summary_part.added',
          'response.reasoning_summary_text.delta',
          'response.reasoning_summary_text.done',
          'response.reasoning_summary_part.done',
        ),
      ),
    ),
  },
];

/** A delta of reasoning itself, in the item whose part ended. */
function rawReasoning(data: string, type: string) {
  return {
    event: type,
    data: JSON.stringify({ ...JSON.parse(data), type, content_index: 0, delta: '', part: undefined }),
  };
}
