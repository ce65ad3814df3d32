import type { Principal } from '../account/account.js';
import type { RateLimit } from '../account/rate-limit.js';
import type { Fault } from './fault.js';
import { believe } from './making/decide.js';
import { replace } from './making/edit.js';
import { errors, respond, statuses, withHeaders } from './making/responses.js';
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

export const limitFaults: readonly Fault[] = [
  {
    id: 'limits.not-kept',
    sentence: 'Nobody counts requests.',
    breaks: ['LIMIT-01', 'LIMIT-09'],
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
    deviate: errors(onModelApis, (value) => ({ detail: value })),
  },
  {
    id: 'limits.zero-as-429',
    sentence: 'A limit of zero is told like any other.',
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
    id: 'limits.a-large-body-spoils-the-next',
    sentence: 'A request that follows a large one fails.',
    breaks: ['LIMIT-15'],
    deviate: () => {
      let spoilt = false;
      return {
        at: 'message',
        change: (message, asked) => {
          const fails = spoilt && asked.api !== undefined && !large(asked);
          spoilt = large(asked);
          return fails ? { ...message, status: 500 } : message;
        },
      };
    },
  },
];
