import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, isRecord, merge, remove, replace } from '../making/edit.js';
import { mend, overlook } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { asciiEscaped, composed, withIdentifiersForKeys } from '../making/texts.js';
import { gemini, on } from '../making/where.js';

const here = on(gemini);
const calls = '$.candidates[*].content.parts[?@.functionCall].functionCall';
const responses = '$.contents[*].parts[*].functionResponse';
const declared = '$.tools[*].functionDeclarations';
const schemas = `${declared}[*]['parameters', 'parametersJsonSchema']`;
const choice = '$.toolConfig.functionCallingConfig';
const asJson = (value: unknown) => JSON.stringify(value);
const ofNumber = (change: (value: number) => unknown) => (value: unknown) =>
  typeof value === 'number' ? change(value) : value;

export const functionFaults: readonly Fault[] = [
  {
    id: 'gemini.args-as-text',
    sentence: 'The args of a functionCall are the JSON text of an object, as on chat.',
    breaks: ['GEM-06', 'GEM-20'],
    deviate: answers(here, replace(`${calls}.args`, asJson)),
  },
  {
    id: 'gemini.args-as-list',
    sentence: 'The args of a functionCall are a list of their values.',
    breaks: ['GEM-06', 'GEM-20'],
    deviate: answers(
      here,
      replace(`${calls}.args`, (args: unknown) => Object.values(Object(args))),
    ),
  },
  {
    id: 'gemini.numbers-of-args-as-text',
    sentence: 'Numbers in the args of a functionCall are texts.',
    breaks: ['GEM-20'],
    deviate: answers(here, replace(`${calls}.args.*`, ofNumber(String))),
  },
  {
    id: 'gemini.numbers-of-args-rounded',
    sentence: 'Numbers in the args of a functionCall are whole.',
    breaks: ['GEM-20'],
    deviate: answers(here, replace(`${calls}.args.*`, ofNumber(Math.round))),
  },
  {
    id: 'gemini.optional-args-as-null',
    sentence: 'Arguments that a functionCall leaves out are null.',
    breaks: ['GEM-20'],
    deviate: answers(
      here,
      replace(`${calls}.args`, (args: unknown) => Object.assign({ zone: null }, args)),
    ),
  },
  {
    id: 'gemini.call-as-text',
    sentence: 'A functionCall comes as text.',
    breaks: ['GEM-20', 'GEM-21', 'GEM-22', 'GEM-24'],
    deviate: answers(
      here,
      replace('$.candidates[*].content.parts[?@.functionCall]', (part: unknown) => ({ text: asJson(part) })),
    ),
  },
  {
    id: 'gemini.call-without-name',
    sentence: 'A functionCall names no function.',
    breaks: ['GEM-25'],
    deviate: answers(here, remove(`${calls}.name`)),
  },
  {
    id: 'gemini.name-of-call-prefixed',
    sentence: 'The names of called functions have a prefix of the provider.',
    breaks: ['GEM-20', 'GEM-21', 'GEM-24', 'GEM-25'],
    deviate: answers(
      here,
      replace(`${calls}.name`, (name: unknown) => `default_api.${name}`),
    ),
  },
  {
    id: 'gemini.same-id-for-all-calls',
    sentence: 'All functionCalls of an answer have the same id.',
    breaks: ['GEM-25'],
    deviate: answers(here, merge(calls, { id: 'call_0' })),
  },
  {
    id: 'gemini.empty-id-of-calls',
    sentence: 'The ids of functionCalls are empty.',
    breaks: ['GEM-25'],
    deviate: answers(here, merge(calls, { id: '' })),
  },
  {
    id: 'gemini.finish-reason-of-chat',
    sentence: 'A candidate that calls functions has the finishReason TOOL_CALLS.',
    breaks: ['GEM-33'],
    deviate: answers(here, replace('$.candidates[?@.content.parts[*].functionCall].finishReason', 'TOOL_CALLS')),
  },
  {
    id: 'gemini.calls-as-unexpected',
    sentence: 'A candidate that calls functions has the finishReason UNEXPECTED_TOOL_CALL.',
    breaks: ['GEM-33'],
    deviate: answers(
      here,
      replace('$.candidates[?@.content.parts[*].functionCall].finishReason', 'UNEXPECTED_TOOL_CALL'),
    ),
  },
  {
    id: 'gemini.second-call-dropped',
    sentence: 'Of several functionCalls only the first comes.',
    breaks: ['GEM-24'],
    deviate: answers(here, remove('$.candidates[*].content.parts[1:]')),
  },
  {
    id: 'gemini.args-composed',
    sentence: 'Texts in the args of a functionCall are brought into a normalization form.',
    breaks: ['GEM-26'],
    deviate: answers(here, replace(`${calls}.args.*`, composed)),
  },
  {
    id: 'gemini.args-escaped-twice',
    sentence: 'Characters outside ASCII in the args of a functionCall come as escape sequences.',
    breaks: ['GEM-26'],
    deviate: answers(here, replace(`${calls}.args.*`, asciiEscaped)),
  },
  {
    id: 'gemini.keys-of-args-changed',
    sentence: 'Keys in the args of a functionCall keep only the characters of identifiers.',
    breaks: ['GEM-26'],
    deviate: answers(here, replace(`${calls}.args`, withIdentifiersForKeys)),
  },
  {
    id: 'gemini.response-quoted',
    sentence: 'The responses of functions reach the model as JSON texts.',
    breaks: ['GEM-26'],
    deviate: forward(here, replace(`${responses}.response.*`, asJson)),
  },
  {
    id: 'gemini.response-composed',
    sentence: 'The responses of functions are brought into a normalization form.',
    breaks: ['GEM-26'],
    deviate: forward(here, replace(`${responses}.response.*`, composed)),
  },
  {
    id: 'gemini.responses-dropped',
    sentence: 'The responses of functions reach the model empty.',
    breaks: ['GEM-27'],
    deviate: forward(here, replace(`${responses}.response`, { result: '' })),
  },
  {
    id: 'gemini.responses-in-reverse',
    sentence: 'The responses of two calls reach the model in reverse.',
    breaks: ['GEM-27'],
    deviate: forward(
      here,
      replace('$.contents[?@.parts[*].functionResponse].parts', (parts: unknown) =>
        Array.isArray(parts) ? parts.toReversed() : parts,
      ),
    ),
  },
  {
    id: 'gemini.functions-dropped',
    sentence: 'The functions of a request do not reach the model.',
    breaks: ['GEM-20', 'GEM-21', 'GEM-22', 'GEM-24', 'GEM-28'],
    deviate: forward(here, all(remove('$.tools'), remove('$.toolConfig'))),
  },
  {
    id: 'gemini.choice-dropped',
    sentence: 'The toolConfig of a request does not reach the model.',
    breaks: ['GEM-21', 'GEM-22', 'GEM-23'],
    deviate: forward(here, remove('$.toolConfig')),
  },
  {
    id: 'gemini.allowed-functions-dropped',
    sentence: 'A request that allows one function lets the model call any.',
    breaks: ['GEM-21'],
    deviate: forward(here, remove(`${choice}.allowedFunctionNames`)),
  },
  {
    id: 'gemini.mode-dropped',
    sentence: 'The mode of a request reaches the model as AUTO.',
    breaks: ['GEM-21', 'GEM-22', 'GEM-23'],
    deviate: forward(here, merge(choice, { mode: 'AUTO' })),
  },
  {
    id: 'gemini.description-dropped',
    sentence: 'The descriptions of functions do not reach the model.',
    breaks: ['GEM-28'],
    deviate: forward(here, remove(`${declared}[*].description`)),
  },
  {
    id: 'gemini.schema-keywords-dropped',
    sentence: 'Of the parameters of functions the limits of numbers and lists are dropped.',
    breaks: ['GEM-28'],
    deviate: forward(here, all(remove(`${schemas}..minimum`), remove(`${schemas}..minItems`))),
  },
  {
    id: 'gemini.schema-types-in-upper-case',
    sentence: 'The types in the parameters of functions reach the model in upper case.',
    breaks: ['GEM-28'],
    deviate: forward(
      here,
      replace(`${schemas}.properties.*.type`, (type: unknown) => String(type).toUpperCase()),
    ),
  },
  {
    id: 'gemini.same-functions-merged',
    sentence: 'Of two functions of the same name the second is dropped.',
    breaks: ['GEM-30'],
    deviate: mend(
      here,
      replace(declared, (list: unknown) => (Array.isArray(list) ? list.filter(isFirstOfItsName) : list)),
    ),
  },
  {
    id: 'gemini.choice-not-declared-dropped',
    sentence: 'Functions that are allowed but not declared are dropped from the choice.',
    breaks: ['GEM-31'],
    deviate: overlook(here, /is not among the functionDeclarations/),
  },
];

function isFirstOfItsName(item: unknown, index: number, list: readonly unknown[]): boolean {
  const nameOf = (one: unknown) => (isRecord(one) ? one['name'] : undefined);
  return list.findIndex((one) => nameOf(one) === nameOf(item)) === index;
}
