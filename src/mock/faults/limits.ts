import type { Principal } from '../account/account.js';
import type { RateLimit } from '../account/rate-limit.js';
import type { Message } from '../gateway/message.js';
import type { Fault } from './fault.js';
import { askingFor } from './making/accounts.js';
import { believe } from './making/decide.js';
import { replace } from './making/edit.js';
import { edited, errorOf, errors, headers, respond, statuses, withHeaders } from './making/responses.js';
import { believeServices } from './making/services.js';
import { onModelApis, type Where } from './making/where.js';

function limitedBy(change: (limit: RateLimit) => RateLimit | undefined): Fault['deviate'] {
  return believeServices((service) =>
    service.limits === undefined ? service : { ...service, limits: service.limits.flatMap((one) => change(one) ?? []) },
  );
}

function withPrincipals(change: (principal: Principal) => Principal): Fault['deviate'] {
  return believe((account) => ({ ...account, principals: account.principals.map(change) }));
}

const megabyte = 1024 * 1024;
const large: Where = ({ api, bytes }) => api !== undefined && bytes > megabyte / 2;

const retryAfter = (value: string) =>
  respond(onModelApis, (message) =>
    message.status === 429 ? withHeaders(message, { 'retry-after': value }) : message,
  );

/** What a proxy before the gateway says to a body that is too large for it. */
const refusedByProxy: Message = {
  status: 413,
  headers: { 'content-type': 'text/html' },
  body: { kind: 'text', text: '<html><head><title>413 Request Entity Too Large</title></head></html>' },
};

const isBudget = ({ body }: Message) => body.kind === 'json' && JSON.stringify(body.value).includes('Budget limit');

export const limitFaults: readonly Fault[] = [
  {
    id: 'limits.not-kept',
    sentence: 'Nobody counts requests.',
    breaks: ['LIMIT-01', 'LIMIT-02', 'LIMIT-09'],
    deviate: limitedBy(() => undefined),
  },
  {
    id: 'limits.counted-ten-times-too-high',
    sentence: 'A limit lets ten times as many requests through.',
    breaks: ['LIMIT-01'],
    deviate: limitedBy((limit) => ({ ...limit, most: limit.most * 10 })),
  },
  {
    id: 'limits.tokens-not-counted',
    sentence: 'Requests are counted, and tokens are not.',
    breaks: ['LIMIT-02'],
    deviate: limitedBy((limit) => (limit.unit === 'tokens' ? undefined : limit)),
  },
  {
    id: 'limits.users-counted-together',
    sentence: 'A limit for each user is counted for all users together.',
    breaks: ['LIMIT-03'],
    deviate: limitedBy((limit) => (limit.counts === 'each user' ? { ...limit, counts: 'all users' } : limit)),
  },
  {
    id: 'limits.group-before-user',
    sentence: 'Where a user and a group have limits, that of the group applies.',
    breaks: ['LIMIT-04'],
    deviate: limitedBy((limit) => (typeof limit.counts === 'object' && 'user' in limit.counts ? undefined : limit)),
  },
  {
    id: 'limits.periods-without-end',
    sentence: 'Who has exceeded a limit is locked out for a day.',
    breaks: ['LIMIT-05'],
    deviate: limitedBy((limit) => ({ ...limit, periodMs: 86_400_000 })),
  },
  {
    id: 'limits.refusal-as-403',
    sentence: 'A request over the limit is answered with status 403.',
    breaks: ['LIMIT-01'],
    seen: 'BerriAI/litellm!27416',
    deviate: statuses(onModelApis, 429, 403),
  },
  {
    id: 'limits.retry-after-in-words',
    sentence: 'Retry-After says soon.',
    breaks: ['LIMIT-08'],
    deviate: respond(onModelApis, (message) =>
      message.headers['retry-after'] === undefined ? message : withHeaders(message, { 'retry-after': 'soon' }),
    ),
  },
  {
    id: 'limits.retry-after-negative',
    sentence: 'Retry-After is a negative number.',
    breaks: ['LIMIT-08'],
    deviate: respond(onModelApis, (message) =>
      message.headers['retry-after'] === undefined ? message : withHeaders(message, { 'retry-after': '-1' }),
    ),
  },
  {
    id: 'limits.retry-after-under-another-name',
    sentence: 'Retry-After is passed on under the name of the provider only.',
    breaks: ['LIMIT-07'],
    seen: 'BerriAI/litellm#21553',
    deviate: respond(onModelApis, (message) => {
      const { 'retry-after': said, ...rest } = message.headers;
      return said === undefined ? message : { ...message, headers: { ...rest, 'llm_provider-retry-after': said } };
    }),
  },
  {
    id: 'limits.envelope-of-a-refusal',
    sentence: 'A request over the limit gets an envelope of another kind.',
    breaks: ['LIMIT-06'],
    seen: 'mindsdb/anton!247',
    deviate: respond(onModelApis, (message) =>
      message.status === 429 ? edited(message, (value) => ({ detail: value })) : message,
    ),
  },
  {
    id: 'limits.zero-under-the-code-of-others',
    sentence: 'A limit of zero is told under the error code of any other.',
    breaks: ['LIMIT-09'],
    deviate: errors(onModelApis, replace('$[?@ == "PERMISSION_DENIED"]', 'REQUEST_LIMIT_EXCEEDED')),
  },
  {
    id: 'limits.budgets-not-kept',
    sentence: 'Who has used up a blocking budget goes on.',
    breaks: ['LIMIT-11', 'LIMIT-12'],
    deviate: withPrincipals(({ overBudget: _, ...principal }) => principal),
  },
  {
    id: 'limits.large-bodies-not-found',
    sentence: 'A request of a megabyte is answered with 404 and a page of HTML.',
    breaks: ['LIMIT-14'],
    seen: 'mnfst/llm-gateway#2126',
    deviate: respond(large, () => ({
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: { kind: 'text', text: '<html><body>Not Found</body></html>' },
    })),
  },
  {
    id: 'limits.large-bodies-crash',
    sentence: 'A request of a megabyte is an internal error.',
    breaks: ['LIMIT-14'],
    deviate: statuses(large, [200, 400, 413], 500),
  },
  {
    id: 'limits.refused-as-503',
    sentence: 'A request over the limit is answered with status 503.',
    breaks: ['LIMIT-01', 'LIMIT-02'],
    deviate: statuses(onModelApis, 429, 503),
  },
  {
    id: 'limits.no-retry-after',
    sentence: 'A refusal loses the time after which to come back.',
    breaks: ['LIMIT-07'],
    seen: 'majiayu000/litellm-rs#833',
    deviate: headers(onModelApis, { 'retry-after': undefined }),
  },
  {
    id: 'limits.retry-after-with-a-unit',
    sentence: 'Retry-After is a number with a unit.',
    breaks: ['LIMIT-08'],
    deviate: retryAfter('1s'),
  },
  {
    id: 'limits.retry-after-with-a-fraction',
    sentence: 'Retry-After is a number with a fraction.',
    breaks: ['LIMIT-08'],
    deviate: retryAfter('0.5'),
  },
  {
    id: 'limits.zero-with-400',
    sentence: 'A model that Databricks has limited to zero is answered like a mistake in the request.',
    breaks: ['LIMIT-09'],
    deviate: statuses(askingFor('main.llm.disabled'), 403, 400),
  },
  {
    id: 'limits.budget-with-401',
    sentence: 'A budget that is exhausted is answered with the status of a credential that is not valid.',
    breaks: ['LIMIT-12'],
    seen: 'BerriAI/litellm!27416',
    deviate: respond(onModelApis, (message) => (isBudget(message) ? { ...message, status: 401 } : message)),
  },
  {
    id: 'limits.large-body-refused-by-a-proxy',
    sentence: 'A request of a megabyte is refused with a page of HTML.',
    breaks: ['LIMIT-14'],
    seen: 'lbjlaq/Antigravity-Manager!1167',
    deviate: respond(large, () => refusedByProxy),
  },
  {
    id: 'limits.stuck-after-a-large-body',
    sentence: 'After a large request the gateway answers the next ones with errors.',
    breaks: ['LIMIT-15'],
    deviate: () => {
      let stuck = false;
      return respond(onModelApis, (message, asked) => {
        if (large(asked)) stuck = true;
        else if (stuck) return errorOf(503, 'TEMPORARILY_UNAVAILABLE', 'The gateway is recovering.');
        return message;
      })();
    },
  },
];
