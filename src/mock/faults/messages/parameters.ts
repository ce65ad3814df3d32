import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { mend, withMember } from '../making/requests.js';
import { errorOf, respond } from '../making/responses.js';
import { asking, both, messages, on } from '../making/where.js';

const here = on(messages);
const crash = () => errorOf(500, 'INTERNAL_ERROR', 'Internal error.');

export const parameterFaults: readonly Fault[] = [
  {
    id: 'messages.falsy-parameters-dropped',
    sentence: 'A parameter that is 0 does not reach the model.',
    breaks: ['MSG-40'],
    deviate: forward(here, remove('$[?@ == 0]')),
  },
  {
    id: 'messages.empty-texts-dropped',
    sentence: 'A parameter that is an empty text does not reach the model.',
    breaks: ['MSG-40'],
    deviate: forward(here, remove("$.metadata[?@ == '']")),
  },
  {
    id: 'messages.temperature-dropped',
    sentence: 'The temperature of a request does not reach the model.',
    breaks: ['MSG-40'],
    deviate: forward(here, remove('$.temperature')),
  },
  {
    id: 'messages.stream-flag-emptied',
    sentence: 'A stream flag that is false reaches the model as null.',
    breaks: ['MSG-40'],
    deviate: forward(
      here,
      replace('$.stream', (stream: unknown) => stream || null),
    ),
  },
  {
    id: 'messages.top-k-dropped',
    sentence: 'The top_k of a request does not reach the model.',
    breaks: ['MSG-40'],
    deviate: forward(here, remove('$.top_k')),
  },
  {
    id: 'messages.metadata-dropped',
    sentence: 'The metadata of a request does not reach the model.',
    breaks: ['MSG-40'],
    deviate: forward(here, remove('$.metadata')),
  },
  {
    id: 'messages.stop-sequences-dropped',
    sentence: 'The stop sequences of a request do not reach the model.',
    breaks: ['MSG-14', 'MSG-15', 'MSG-40', 'STREAM-49'],
    deviate: forward(here, remove('$.stop_sequences')),
  },
  {
    id: 'messages.first-stop-sequence-only',
    sentence: 'Of several stop sequences only the first reaches the model.',
    breaks: ['MSG-14', 'MSG-15', 'MSG-40', 'STREAM-49'],
    deviate: forward(here, remove('$.stop_sequences[1:]')),
  },
  {
    id: 'messages.long-stop-sequence-overlooked',
    sentence: 'A stop sequence that is spread over several events does not stop a stream.',
    breaks: ['STREAM-49'],
    deviate: forward(both(here, withMember('stream', true)), remove("$.stop_sequences[?search(@, ' ')]")),
  },
  {
    id: 'messages.top-k-as-500',
    sentence: 'A request with top_k is an internal error.',
    breaks: ['MSG-39'],
    deviate: respond(both(here, asking('$.top_k')), crash),
  },
  {
    id: 'messages.metadata-as-500',
    sentence: 'A request with metadata is an internal error.',
    breaks: ['MSG-39'],
    deviate: respond(both(here, asking('$.metadata')), crash),
  },
  {
    id: 'messages.unknown-field-dropped',
    sentence: 'A field that the API does not have is dropped.',
    breaks: ['MSG-41'],
    deviate: mend(here, remove('$.no_such_field')),
  },
];
