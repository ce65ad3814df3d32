import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, type Edit, isRecord, remove, replace } from '../making/edit.js';
import { complain, withMember } from '../making/requests.js';
import { errorOf, respond } from '../making/responses.js';
import { asciiEscaped, composed, ofText } from '../making/texts.js';
import { asking, both, chat, on } from '../making/where.js';

const here = on(chat);
const functions = '$.tools[*].function';
const results = "$.messages[?@.role == 'tool']";
const isResult = (turn: unknown) => isRecord(turn) && turn['role'] === 'tool';

/** Other results in the places of those of a request, and in those of the ones that are gone none. */
function ofResults(change: (list: readonly unknown[]) => readonly unknown[]): Edit {
  return replace('$.messages', (turns: unknown) => {
    if (!Array.isArray(turns)) return turns;
    const changed = [...change(turns.filter(isResult))];
    return turns.flatMap((turn) => (isResult(turn) ? changed.splice(0, 1) : [turn]));
  });
}

function swapped(list: readonly unknown[]): readonly unknown[] {
  const ids = list.map((result) => Reflect.get(Object(result), 'tool_call_id')).reverse();
  return list.map((result, index) => Object.assign({}, result, { tool_call_id: ids[index] }));
}

const asJson = (value: unknown) => JSON.stringify(value);

export const toolRequestFaults: readonly Fault[] = [
  {
    id: 'chat.tools-dropped',
    sentence: 'The tools of a chat request do not reach the model.',
    breaks: ['CHAT-36', 'CHAT-50', 'CHAT-51', 'CHAT-52', 'CHAT-56'],
    seen: 'BerriAI/litellm#7788',
    deviate: forward(here, all(remove('$.tools'), remove('$.tool_choice'))),
  },
  {
    id: 'chat.tools-of-cursor-dropped',
    sentence: 'The tools of a request on the path of Cursor do not reach the model.',
    breaks: ['CHAT-50'],
    deviate: forward(on('chat-cursor'), remove('$.tools')),
  },
  {
    id: 'chat.tools-of-streams-dropped',
    sentence: 'The tools of a request for a chat stream do not reach the model.',
    breaks: ['CHAT-36', 'CHAT-50', 'CHAT-51', 'CHAT-52', 'CHAT-56', 'STREAM-12'],
    deviate: forward(both(here, withMember('stream', true)), all(remove('$.tools'), remove('$.tool_choice'))),
  },
  {
    id: 'chat.tools-as-messages-has-them',
    sentence: 'A chat request with tools fails in the translation for another provider.',
    breaks: ['CHAT-29', 'CHAT-36', 'CHAT-50', 'CHAT-51', 'CHAT-52', 'CHAT-56'],
    seen: 'maximhq/bifrost#3511',
    deviate: complain(both(here, asking('$.tools')), 'tools.0.input_schema: Field required'),
  },
  {
    id: 'chat.last-tool-dropped',
    sentence: 'The last of several tools of a chat request does not reach the model.',
    breaks: ['CHAT-51'],
    deviate: forward(both(here, asking('$.tools[1]')), remove('$.tools[-1]')),
  },
  {
    id: 'chat.tool-choice-dropped',
    sentence: 'The tool_choice of a chat request does not reach the model.',
    breaks: ['CHAT-36', 'CHAT-52', 'CHAT-53'],
    seen: 'maximhq/bifrost!7348',
    deviate: forward(here, remove('$.tool_choice')),
  },
  {
    id: 'chat.forced-function-as-required',
    sentence: 'A tool_choice that names a function lets the model choose any.',
    breaks: ['CHAT-36'],
    seen: 'theopenco/llmgateway#4149',
    deviate: forward(
      here,
      replace('$.tool_choice', (choice: unknown) => (isRecord(choice) ? 'required' : choice)),
    ),
  },
  {
    id: 'chat.required-as-auto',
    sentence: 'The tool_choice required leaves it to the model whether it calls a function.',
    breaks: ['CHAT-52'],
    deviate: forward(here, replace("$[?@ == 'required']", 'auto')),
  },
  {
    id: 'chat.none-as-auto',
    sentence: 'The tool_choice none leaves it to the model whether it calls a function.',
    breaks: ['CHAT-53'],
    deviate: forward(here, replace("$[?@ == 'none']", 'auto')),
  },
  {
    id: 'chat.parallel-flag-dropped',
    sentence: 'The flag parallel_tool_calls does not reach the model.',
    breaks: ['CHAT-64'],
    seen: 'maximhq/bifrost!7348',
    deviate: forward(here, remove('$.parallel_tool_calls')),
  },
  {
    id: 'chat.parallel-calls-forbidden',
    sentence: 'A chat request never gets more than one tool call.',
    breaks: ['CHAT-51'],
    deviate: forward(here, (body) => Object.assign({}, body, { parallel_tool_calls: false })),
  },
  {
    id: 'chat.description-of-tools-dropped',
    sentence: 'The descriptions of functions do not reach the model.',
    breaks: ['CHAT-56'],
    deviate: forward(here, remove(`${functions}.description`)),
  },
  {
    id: 'chat.description-of-tools-without-emoji',
    sentence: 'The descriptions of functions lose the characters beyond the Basic Multilingual Plane.',
    breaks: ['CHAT-56'],
    deviate: forward(
      here,
      replace(
        `${functions}.description`,
        ofText((text) => text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '')),
      ),
    ),
  },
  {
    id: 'chat.keywords-of-schemas-dropped',
    sentence: 'Of the parameters of functions the keywords that another provider does not know are dropped.',
    breaks: ['CHAT-56'],
    deviate: forward(
      here,
      all(remove(`${functions}.parameters..minimum`), remove(`${functions}.parameters..minItems`)),
    ),
  },
  {
    id: 'chat.schemas-closed',
    sentence: 'The parameters of functions are closed to others.',
    breaks: ['CHAT-56'],
    deviate: forward(
      here,
      replace(`${functions}.parameters`, (schema: unknown) => Object.assign({ additionalProperties: false }, schema)),
    ),
  },
  {
    id: 'chat.name-of-tools-changed',
    sentence: 'The names of functions reach the model with dashes.',
    breaks: ['CHAT-28', 'CHAT-36', 'CHAT-56'],
    deviate: forward(
      here,
      replace(
        `${functions}.name`,
        ofText((name) => name.replaceAll('_', '-')),
      ),
    ),
  },
  {
    id: 'chat.results-emptied',
    sentence: 'The results of functions reach the model empty.',
    breaks: ['CHAT-55'],
    deviate: forward(here, replace(`${results}.content`, '')),
  },
  {
    id: 'chat.results-dropped',
    sentence: 'The results of functions do not reach the model.',
    breaks: ['CHAT-55'],
    deviate: forward(here, remove(results)),
  },
  {
    id: 'chat.results-swapped',
    sentence: 'The results of two functions reach the model with the ids of each other.',
    breaks: ['CHAT-55'],
    deviate: forward(here, ofResults(swapped)),
  },
  {
    id: 'chat.results-of-one-call',
    sentence: 'Of the results of several functions only the first reaches the model.',
    breaks: ['CHAT-55'],
    deviate: forward(
      here,
      ofResults((list) => list.slice(0, 1)),
    ),
  },
  {
    id: 'chat.results-refused',
    sentence: 'A chat request that returns a tool call with its result is refused.',
    breaks: ['CHAT-29', 'CHAT-55'],
    seen: 'mlflow/mlflow#24127',
    deviate: complain(both(here, asking(results)), 'Invalid JSON payload received. Unknown name "id"'),
  },
  {
    id: 'chat.two-results-refused',
    sentence: 'The results of two functions become messages of their own, which the provider refuses.',
    breaks: ['CHAT-29', 'CHAT-55'],
    seen: 'mlflow/mlflow#24296',
    deviate: complain(
      both(here, asking("$[?count(@[?@.role == 'tool']) > 1]")),
      'messages.2: Expected toolResult blocks',
    ),
  },
  {
    id: 'chat.results-in-words-as-500',
    sentence: 'A result of a function that is no JSON is an internal error.',
    breaks: ['CHAT-29', 'CHAT-55'],
    seen: 'mlflow/mlflow#25781',
    deviate: respond(both(here, asking("$.messages[?@.role == 'tool' && !match(@.content, '[{\\\\[].*')]")), () =>
      errorOf(500, 'INTERNAL_ERROR', 'Internal error.'),
    ),
  },
  {
    id: 'chat.conversation-after-a-call-refused',
    sentence: 'A chat request that goes on after a function has been called is refused.',
    breaks: ['CHAT-29'],
    deviate: complain(both(here, asking(results), asking('$.messages[4]')), 'messages.3: unexpected role'),
  },
  {
    id: 'chat.results-quoted',
    sentence: 'The results of functions reach the model as JSON texts.',
    breaks: ['CHAT-54'],
    deviate: forward(here, replace(`${results}.content`, asJson)),
  },
  {
    id: 'chat.returned-arguments-encoded-twice',
    sentence: 'The arguments of a tool call that comes back are encoded once more, which the provider refuses.',
    breaks: ['CHAT-29', 'CHAT-55'],
    seen: 'JetBrains/koog#2095',
    deviate: complain(
      both(here, asking('$.messages[*].tool_calls')),
      'messages.1.tool_calls.0.function.arguments: must be an object',
    ),
  },
  {
    id: 'chat.results-composed',
    sentence: 'The results of functions are brought into a normalization form.',
    breaks: ['CHAT-54'],
    deviate: forward(here, replace(`${results}.content`, composed)),
  },
  {
    id: 'chat.results-escaped',
    sentence: 'Characters outside ASCII in the results of functions reach the model as escape sequences.',
    breaks: ['CHAT-54'],
    deviate: forward(here, replace(`${results}.content`, asciiEscaped)),
  },
];
