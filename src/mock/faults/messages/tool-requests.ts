import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, isRecord, remove, replace } from '../making/edit.js';
import { complain } from '../making/requests.js';
import { asciiEscaped, composed } from '../making/texts.js';
import { asking, both, messages, on } from '../making/where.js';

const here = on(messages);
const results = "$.messages[*].content[?@.type == 'tool_result']";
const schemas = '$.tools[*].input_schema';

/** What one kind of tool_choice becomes. */
const choiceAs = (from: string, to: string) =>
  replace('$.tool_choice', (asked: unknown) =>
    isRecord(asked) && asked['type'] === from ? { ...asked, type: to } : asked,
  );

export const toolRequestFaults: readonly Fault[] = [
  {
    id: 'messages.tools-dropped',
    sentence: 'The tools of a request do not reach the model.',
    breaks: ['MSG-31', 'MSG-50', 'MSG-51', 'MSG-52', 'MSG-56'],
    deviate: forward(here, all(remove('$.tools'), remove('$.tool_choice'))),
  },
  {
    id: 'messages.tool-choice-dropped',
    sentence: 'The tool_choice of a request does not reach the model.',
    breaks: ['MSG-31', 'MSG-52', 'MSG-53', 'MSG-64'],
    seen: 'maximhq/bifrost!7348',
    deviate: forward(here, remove('$.tool_choice')),
  },
  {
    id: 'messages.forced-tool-as-any',
    sentence: 'A tool_choice that names a tool lets the model choose any.',
    breaks: ['MSG-31'],
    deviate: forward(here, choiceAs('tool', 'any')),
  },
  {
    id: 'messages.any-as-auto',
    sentence: 'The tool_choice any leaves it to the model whether it calls a tool.',
    breaks: ['MSG-52'],
    deviate: forward(here, choiceAs('any', 'auto')),
  },
  {
    id: 'messages.none-as-auto',
    sentence: 'The tool_choice none leaves it to the model whether it calls a tool.',
    breaks: ['MSG-53'],
    deviate: forward(here, choiceAs('none', 'auto')),
  },
  {
    id: 'messages.parallel-flag-dropped',
    sentence: 'The flag disable_parallel_tool_use does not reach the model.',
    breaks: ['MSG-64'],
    seen: 'maximhq/bifrost!7348',
    deviate: forward(here, remove('$.tool_choice.disable_parallel_tool_use')),
  },
  {
    id: 'messages.tool-description-dropped',
    sentence: 'The descriptions of tools do not reach the model.',
    breaks: ['MSG-56'],
    deviate: forward(here, remove('$.tools[*].description')),
  },
  {
    id: 'messages.tool-description-reduced',
    sentence: 'The descriptions of tools lose the characters beyond the Basic Multilingual Plane.',
    breaks: ['MSG-56'],
    deviate: forward(
      here,
      replace('$.tools[*].description', (text: unknown) => String(text).replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?')),
    ),
  },
  {
    id: 'messages.schema-keywords-dropped',
    sentence: 'Of the schemas of tools the keywords that another provider does not know are dropped.',
    breaks: ['MSG-56'],
    deviate: forward(here, all(remove(`${schemas}..minimum`), remove(`${schemas}..minItems`))),
  },
  {
    id: 'messages.schema-closed',
    sentence: 'The schemas of tools are closed to other arguments.',
    breaks: ['MSG-56'],
    deviate: forward(
      here,
      replace(schemas, (schema: unknown) => Object.assign({ additionalProperties: false }, schema)),
    ),
  },
  {
    id: 'messages.tool-name-changed',
    sentence: 'The names of tools reach the model with dashes.',
    breaks: ['MSG-22', 'MSG-31', 'MSG-50', 'MSG-51', 'MSG-56'],
    deviate: forward(
      here,
      replace('$.tools[*].name', (name: unknown) => String(name).replaceAll('_', '-')),
    ),
  },
  {
    id: 'messages.results-dropped',
    sentence: 'The results of tools reach the model empty.',
    breaks: ['MSG-23', 'MSG-55'],
    deviate: forward(here, replace(`${results}.content`, '')),
  },
  {
    id: 'messages.results-swapped',
    sentence: 'The results of two calls reach the model with the ids of each other.',
    breaks: ['MSG-55'],
    deviate: forward(
      here,
      replace('$.messages[*].content', (content: unknown) =>
        Array.isArray(content) ? withIdsSwapped(content) : content,
      ),
    ),
  },
  {
    id: 'messages.results-refused',
    sentence: 'A conversation that returns a tool_use block with its result is refused.',
    breaks: ['MSG-23', 'MSG-55'],
    deviate: complain(both(here, asking(results)), 'messages.1: Expected toolResult blocks'),
  },
  {
    id: 'messages.two-results-refused',
    sentence: 'The results of two calls are split into two messages, which the provider refuses.',
    breaks: ['MSG-23', 'MSG-55'],
    seen: 'mlflow/mlflow#24296',
    deviate: complain(
      both(here, asking("$.messages[*].content[1][?@ == 'tool_result']")),
      'messages.2: Expected toolResult blocks',
    ),
  },
  {
    id: 'messages.conversation-after-a-tool-refused',
    sentence: 'A conversation that goes on after a tool has been used is refused.',
    breaks: ['MSG-23'],
    deviate: complain(both(here, asking(results), asking('$.messages[4]')), 'messages.3: unexpected role'),
  },
  {
    id: 'messages.result-quoted',
    sentence: 'The results of tools reach the model as JSON texts.',
    breaks: ['MSG-54'],
    deviate: forward(
      here,
      replace(`${results}.content`, (text: unknown) => JSON.stringify(text)),
    ),
  },
  {
    id: 'messages.result-composed',
    sentence: 'The results of tools are brought into a normalization form.',
    breaks: ['MSG-54'],
    deviate: forward(here, replace(`${results}.content`, composed)),
  },
  {
    id: 'messages.result-escaped',
    sentence: 'Characters outside ASCII in the results of tools reach the model as escape sequences.',
    breaks: ['MSG-54'],
    deviate: forward(here, replace(`${results}.content`, asciiEscaped)),
  },
];

function withIdsSwapped(blocks: readonly unknown[]): readonly unknown[] {
  const ids = blocks.flatMap((block) => (isRecord(block) && 'tool_use_id' in block ? [block['tool_use_id']] : []));
  return blocks.map((block) =>
    isRecord(block) && 'tool_use_id' in block ? { ...block, tool_use_id: ids.pop() } : block,
  );
}
