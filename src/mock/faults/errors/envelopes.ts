import type { Fault } from '../fault.js';
import { merge, remove, rename, replace } from '../making/edit.js';
import { errorsAs, page } from '../making/error-forms.js';
import { toTheGateway } from '../making/requests.js';
import { answers, errors } from '../making/responses.js';
import { asking, both, messages, on, onModelApis } from '../making/where.js';

export const errorEnvelopeFaults: readonly Fault[] = [
  {
    id: 'errors.envelope-of-openai',
    sentence: 'Errors have the envelope of the OpenAI API.',
    breaks: ['ERR-01', 'ERR-02'],
    deviate: errors(toTheGateway, (error) => ({
      error: { message: Reflect.get(Object(error), 'message'), type: 'invalid_request_error', param: null, code: null },
    })),
  },
  {
    id: 'errors.envelope-of-a-framework',
    sentence: 'Errors have a detail and nothing else.',
    breaks: ['ERR-01', 'ERR-02'],
    seen: 'mindsdb/anton!247',
    deviate: errors(toTheGateway, (error) => ({ detail: Reflect.get(Object(error), 'message') })),
  },
  {
    id: 'errors.denials-of-another-form',
    sentence: 'A missing privilege has another envelope than other errors.',
    breaks: ['ERR-01', 'ERR-02'],
    seen: 'mindsdb/anton!247',
    deviate: errors(onModelApis, (error) =>
      codeOf(error) === 'PERMISSION_DENIED' ? { detail: Reflect.get(Object(error), 'message') } : error,
    ),
  },
  {
    id: 'errors.stream-errors-of-another-form',
    sentence: 'An error in the place of a stream has another envelope than other errors.',
    breaks: ['ERR-01'],
    deviate: errors(both(onModelApis, asking('$.stream')), (error) => ({
      error: { message: Reflect.get(Object(error), 'message'), code: codeOf(error) },
    })),
  },
  {
    id: 'errors.no-code',
    sentence: 'Errors have no error_code.',
    breaks: ['ERR-01'],
    deviate: errors(toTheGateway, remove('$.error_code')),
  },
  {
    id: 'errors.code-named-otherwise',
    sentence: 'Errors have a code in the place of their error_code.',
    breaks: ['ERR-01'],
    deviate: errors(toTheGateway, rename('$', 'error_code', 'code')),
  },
  {
    id: 'errors.message-as-object',
    sentence: 'The message of an error is an object.',
    breaks: ['ERR-01', 'ERR-02'],
    deviate: errors(
      toTheGateway,
      replace('$.message', (message: unknown) => ({ text: message })),
    ),
  },
  {
    id: 'errors.empty-message',
    sentence: 'The message of an error is empty.',
    breaks: ['ERR-02'],
    seen: 'mlflow/mlflow#25898',
    deviate: errors(onModelApis, replace('$.message', '')),
  },
  {
    id: 'errors.blank-message',
    sentence: 'The message of an error is a line break.',
    breaks: ['ERR-02'],
    deviate: errors(onModelApis, replace('$.message', '\n')),
  },
  {
    id: 'errors.error-in-a-success',
    sentence: 'A completion carries an error beside its answer.',
    breaks: ['ERR-03'],
    deviate: answers(onModelApis, merge('$', { error: { code: 502, message: 'Provider returned an error.' } })),
  },
  {
    id: 'errors.empty-error-in-a-success',
    sentence: 'A completion carries an empty object as its error.',
    breaks: ['ERR-03'],
    seen: 'azrtydxb/Fastllm-proxy#28',
    deviate: answers(onModelApis, merge('$', { error: {} })),
  },
  {
    id: 'errors.plain-text',
    sentence: 'Errors are plain text.',
    breaks: ['ERR-01', 'ERR-02', 'ERR-13'],
    seen: 'databricks/databricks-sdk-go#1183',
    deviate: errorsAs(toTheGateway, 'text/plain', (said) => `Bad request: rpc error: desc = ${said}`),
  },
  {
    id: 'errors.page',
    sentence: 'Errors are HTML pages.',
    breaks: ['ERR-01', 'ERR-02', 'ERR-05', 'ERR-06', 'ERR-07', 'ERR-08', 'ERR-09', 'ERR-16', 'ERR-25'],
    deviate: errorsAs(toTheGateway, 'text/html', page),
  },
  {
    id: 'errors.empty-body',
    sentence: 'Errors have no body.',
    breaks: ['ERR-01', 'ERR-02', 'ERR-05', 'ERR-06', 'ERR-07', 'ERR-08', 'ERR-09', 'ERR-25'],
    seen: 'BerriAI/litellm#1554',
    deviate: errorsAs(toTheGateway, 'application/json', () => ''),
  },
  {
    id: 'errors.no-request-info',
    sentence: 'Errors do not carry the id of their request.',
    breaks: ['ERR-11', 'HDR-05'],
    deviate: errors(toTheGateway, remove('$.details')),
  },
  {
    id: 'errors.codes-as-texts',
    sentence: 'The error_code of an authentication error is a text.',
    breaks: ['ERR-12'],
    deviate: errors(
      onModelApis,
      replace('$.error_code', (code: unknown) => String(code)),
    ),
  },
  {
    id: 'errors.message-as-json',
    sentence: 'The message of an error is JSON text.',
    breaks: ['ERR-15'],
    seen: 'databricks/databricks-ai-bridge!269',
    deviate: errors(
      onModelApis,
      replace('$.message', (message: unknown) => JSON.stringify({ message })),
    ),
  },
  {
    id: 'errors.error-of-the-provider-dropped',
    sentence: 'What the provider says of a request is not passed on.',
    breaks: ['ERR-14'],
    seen: 'api7/aisix#322',
    deviate: errors(on(messages), replace('$.message', 'upstream_error')),
  },
  {
    id: 'errors.code-before-the-message',
    sentence: 'The message of an error begins with the name of an exception.',
    breaks: ['ERR-15'],
    deviate: errors(
      onModelApis,
      replace('$.message', (message: unknown) => `InvalidParameterValue: ${message}`),
    ),
  },
  {
    id: 'errors.envelope-of-anthropic',
    sentence: 'Errors on the Messages API have the envelope of the Anthropic API.',
    breaks: ['ERR-17'],
    deviate: errors(on(messages), (error) => ({
      type: 'error',
      error: { type: 'invalid_request_error', message: Reflect.get(Object(error), 'message') },
    })),
  },
  {
    id: 'errors.other-code-where-not-enabled',
    sentence: 'A workspace without the gateway says that it is unavailable for now.',
    breaks: ['ERR-18'],
    state: { gatewayDisabled: true },
    deviate: errors(toTheGateway, replace('$.error_code', 'TEMPORARILY_UNAVAILABLE')),
  },
];

function codeOf(error: unknown): unknown {
  return Reflect.get(Object(error), 'error_code');
}
