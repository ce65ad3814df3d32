import type { Route } from '../../apis/api.js';
import type { Deviate } from '../../deviation/deviation.js';
import { refuse } from '../../gateway/reply.js';
import type { Fault } from '../fault.js';
import { decide } from '../making/decide.js';
import { isRecord } from '../making/edit.js';
import { edited, respond } from '../making/responses.js';
import { gemini, on } from '../making/where.js';

/** Reads the paths of the Gemini API in another way. */
function readPath(change: (route: Route) => Route): Deviate {
  return decide((usual) => ({
    findApi(method, url) {
      const found = usual.findApi(method, url);
      if (found.done || found.value.api.name !== 'gemini') return found;
      return { ...found, value: { ...found.value, route: change(found.value.route) } };
    },
  }));
}

function withoutPath(isMeant: (url: URL) => boolean): Deviate {
  return decide((usual) => ({
    findApi: (method, url) =>
      url.pathname.includes('/gemini/') && isMeant(url)
        ? refuse(404, 'NOT_FOUND', `There is nothing at '${url.pathname}'.`)
        : usual.findApi(method, url),
  }));
}

export const pathFaults: readonly Fault[] = [
  {
    id: 'gemini.name-cut-at-its-first-dot',
    sentence: 'Of a name in the path only what stands before its first dot is looked up.',
    breaks: ['API-07', 'GEM-01'],
    deviate: readPath((route) => ({ ...route, ...(route.model && { model: route.model.replace(/\..*$/, '') }) })),
  },
  {
    id: 'gemini.stream-method-overlooked',
    sentence: 'A request for streamGenerateContent is answered in one piece.',
    breaks: ['API-08', 'STREAM-44'],
    seen: 'DeliciousBuilding/metapi-go!523',
    deviate: readPath((route) => ({ ...route, method: 'generateContent' })),
  },
  {
    id: 'gemini.alt-overlooked',
    sentence: 'A request for events is answered with a list of chunks.',
    breaks: ['API-08', 'STREAM-44'],
    deviate: readPath((route) => ({ ...route, query: '' })),
  },
  {
    id: 'gemini.events-for-everybody',
    sentence: 'A stream comes in events, whether they were asked for or not.',
    breaks: ['STREAM-43'],
    deviate: readPath((route) => ({ ...route, query: 'alt=sse' })),
  },
  {
    id: 'gemini.bare-name-in-the-default-schema',
    sentence: 'A bare name in the path is looked up in a default schema.',
    breaks: ['GEM-08'],
    deviate: readPath((route) => ({
      ...route,
      ...(route.model?.includes('.') === false && { model: `main.default.${route.model}` }),
    })),
  },
  {
    id: 'gemini.every-method-generates',
    sentence: 'A method that the API does not have is taken for generateContent.',
    breaks: ['API-10', 'GEM-11'],
    deviate: decide((usual) => ({
      findApi: (method, url) =>
        usual.findApi(method, new URL(url.href.replace(/:(?!stream)[A-Za-z]+(?=$|\?)/, ':generateContent'))),
    })),
  },
  {
    id: 'gemini.encoded-paths-unknown',
    sentence: 'A path with encoded characters is unknown.',
    breaks: ['GEM-14'],
    deviate: withoutPath(({ pathname }) => pathname.includes('%')),
  },
  {
    id: 'gemini.key-in-the-query-refused',
    sentence: 'A key in the query is refused, whatever credential stands beside it.',
    breaks: ['GEM-12'],
    deviate: withoutPath(({ searchParams }) => searchParams.has('key')),
  },
  {
    id: 'gemini.errors-of-the-provider',
    sentence: 'Errors have the envelope of the Gemini API.',
    breaks: ['GEM-09'],
    deviate: respond(on(gemini), (message) =>
      message.status < 400
        ? message
        : edited(message, (error) => {
            const { error_code: status = 'UNKNOWN', message: text = '' } = isRecord(error) ? error : {};
            return { error: { code: message.status, message: text, status } };
          }),
    ),
  },
];
