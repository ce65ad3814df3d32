import type { Fault } from '../fault.js';
import { remove } from '../making/edit.js';
import { mend } from '../making/requests.js';
import { errorOf, respond } from '../making/responses.js';
import { asking, both, chat, messages, on, onModelApis, type Where } from '../making/where.js';

function refusing(where: Where, name: string) {
  return respond(where, () => errorOf(400, 'BAD_REQUEST', `${name}: Extra inputs are not permitted`));
}

export const errorFieldFaults: readonly Fault[] = [
  {
    id: 'errors.unknown-field-ignored',
    sentence: 'A field that no API has is left out instead of refused.',
    breaks: ['ERR-20', 'RESP-57'],
    deviate: mend(onModelApis, remove('$.no_such_field')),
  },
  {
    id: 'errors.reasoning-summary-ignored',
    sentence: 'The field reasoningSummary is left out instead of refused.',
    breaks: ['ERR-21'],
    deviate: mend(on(chat), remove('$.reasoningSummary')),
  },
  {
    id: 'errors.eager-input-streaming-refused',
    sentence: 'The field eager_input_streaming of a tool is refused.',
    breaks: ['ERR-22'],
    deviate: refusing(both(on(chat), asking('$.tools[*].eager_input_streaming')), 'eager_input_streaming'),
  },
  {
    id: 'errors.temperature-refused',
    sentence: 'A temperature is refused whatever the model.',
    breaks: ['ERR-23'],
    seen: 'leonardovida/duckdb-ai#85',
    deviate: refusing(both(on(chat), asking('$.temperature')), 'temperature'),
  },
  {
    id: 'errors.thinking-refused',
    sentence: 'The parameter thinking is refused.',
    breaks: ['ERR-24'],
    seen: 'databricks/unity-gateway!102',
    deviate: refusing(both(on(messages), asking('$.thinking')), 'thinking.type'),
  },
];
