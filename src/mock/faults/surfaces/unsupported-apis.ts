import type { Fault } from '../fault.js';
import { decide } from '../making/decide.js';
import { replace } from '../making/edit.js';
import { errors, respond } from '../making/responses.js';
import { onModelApis } from '../making/where.js';

/** Errors for an API that a model service does not support. */
const isUnsupported = (value: unknown) => String(Reflect.get(Object(value), 'message')).includes('is not supported by');

export const unsupportedApiFaults: readonly Fault[] = [
  {
    id: 'surfaces.unsupported-api-answered',
    sentence: 'A model service answers on an API that it does not support.',
    breaks: ['API-12', 'API-13', 'API-14', 'API-15'],
    deviate: decide(() => ({ serves: () => true })),
  },
  {
    id: 'surfaces.unsupported-api-as-500',
    sentence: 'An API that a model service does not support is an internal error.',
    breaks: ['API-13', 'API-15'],
    seen: 'BerriAI/litellm!31213',
    deviate: respond(onModelApis, (message) =>
      message.body.kind === 'json' && isUnsupported(message.body.value) ? { ...message, status: 500 } : message,
    ),
  },
  {
    id: 'surfaces.unsupported-api-as-404',
    sentence: 'An API that a model service does not support is answered with status 404.',
    breaks: ['API-13', 'API-15'],
    deviate: respond(onModelApis, (message) =>
      message.body.kind === 'json' && isUnsupported(message.body.value) ? { ...message, status: 404 } : message,
    ),
  },
  {
    id: 'surfaces.supported-apis-unnamed',
    sentence: 'The error for an API that a model service does not support does not list those that it supports.',
    breaks: ['API-14'],
    deviate: errors(
      onModelApis,
      replace('$.message', (message: unknown) => String(message).replace(/ Supported API types: .*/, '')),
    ),
  },
];
