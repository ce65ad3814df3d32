import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { asking, both, on, responses, saying } from '../making/where.js';

const api = on(responses);

export const responsesStructuredOutputFaults: readonly Fault[] = [
  {
    id: 'responses.schema-lost',
    sentence: 'The JSON schema of a request does not reach the model.',
    breaks: ['RESP-34'],
    seen: 'router-for-me/CLIProxyAPI#4802',
    deviate: forward(both(api, saying('json_schema')), remove('$.text')),
  },
  {
    id: 'responses.schema-as-json-object',
    sentence: 'A JSON schema reaches the model as the mere wish for JSON.',
    breaks: ['RESP-34'],
    deviate: forward(both(api, saying('json_schema')), replace('$.text.format', { type: 'json_object' })),
  },
  {
    id: 'responses.json-object-lost',
    sentence: 'The wish for JSON does not reach the model.',
    breaks: ['RESP-35'],
    seen: 'peonist-ai/halogen-flash-server#14',
    deviate: forward(both(api, saying('json_object')), remove('$.text')),
  },
  {
    id: 'responses.json-in-a-fence',
    sentence: 'JSON that was asked for stands in a fence of Markdown.',
    breaks: ['RESP-34', 'RESP-35'],
    deviate: answers(
      both(api, asking('$.text')),
      replace('$.output[*].content[*].text', (text: unknown) => `\`\`\`json\n${text}\n\`\`\``),
    ),
  },
];
