import type { Fault } from './fault.js';
import { decide } from './making/decide.js';
import { remove, replace } from './making/edit.js';
import { answers, errorOf, respond, statuses } from './making/responses.js';
import { both, onModelApis, onPath, type Where } from './making/where.js';

const token = onPath(/\/oidc\/.*token$/, 'POST');
const serverMetadata = onPath(/\/oidc\/.*oauth-authorization-server$/);
const sends =
  (header: string): Where =>
  ({ headers: sent }) =>
    sent.has(header);
const withBasic: Where = ({ headers: sent }) => /^basic /i.test(sent.get('authorization') ?? '');
const withoutCredential: Where = ({ headers: sent }) => !sent.has('authorization');
const withOauth: Where = ({ headers: sent }) => (sent.get('authorization') ?? '').startsWith('Bearer eyJ');

/** Lets a caller in whom the usual decision refuses, as the first user of the account. */
function letIn(whom: (sent: Headers) => boolean): Fault['deviate'] {
  return decide(({ authenticate }) => ({
    authenticate: (gateway, sent, scope) => {
      const caller = authenticate(gateway, sent, scope);
      const [first] = gateway.account.principals;
      return caller.done && whom(sent) && first !== undefined ? { done: false, value: first } : caller;
    },
  }));
}

const unauthenticated = errorOf(401, 'UNAUTHENTICATED', 'Unauthenticated.');

export const authenticationFaults: readonly Fault[] = [
  {
    id: 'authentication.bearer-refused',
    sentence: 'Bearer credentials are refused.',
    breaks: ['AUTH-01', 'AUTH-03', 'AUTH-18'],
    deviate: respond(
      both(onModelApis, ({ headers: sent }) => /^bearer /i.test(sent.get('authorization') ?? '')),
      () => unauthenticated,
    ),
  },
  {
    id: 'authentication.basic-refused',
    sentence: 'Basic credentials are refused.',
    breaks: ['AUTH-02', 'AUTH-17'],
    deviate: respond(both(onModelApis, withBasic), () => unauthenticated),
  },
  {
    id: 'authentication.oauth-refused',
    sentence: 'OAuth access tokens are refused, personal ones accepted.',
    breaks: ['AUTH-03'],
    deviate: respond(both(onModelApis, withOauth), () => unauthenticated),
  },
  {
    id: 'authentication.everybody-let-in',
    sentence: 'A request without a credential is answered as if the first user had sent it.',
    breaks: ['AUTH-09', 'AUTH-10', 'AUTH-11'],
    deviate: letIn((sent) => !sent.has('authorization')),
  },
  {
    id: 'authentication.no-credential-as-403',
    sentence: 'A request without a credential is answered with status 403.',
    breaks: ['AUTH-10', 'AUTH-11'],
    deviate: statuses(withoutCredential, 401, 403),
  },
  {
    id: 'authentication.no-credential-as-500',
    sentence: 'A request without a credential is an internal error.',
    breaks: ['AUTH-10'],
    seen: 'BerriAI/litellm#20482',
    deviate: statuses(withoutCredential, 401, 500),
  },
  {
    id: 'authentication.expired-as-500',
    sentence: 'A refused token is an internal error, which clients try again.',
    breaks: ['AUTH-13', 'AUTH-14', 'AUTH-15'],
    seen: 'BerriAI/litellm!38318',
    deviate: statuses(onModelApis, 403, 500),
  },
  {
    id: 'authentication.refused-token-as-plain-text',
    sentence: 'A refused token is answered with plain text.',
    breaks: ['AUTH-15'],
    seen: 'databricks/unity-gateway#84',
    deviate: respond(onModelApis, (message) =>
      message.status === 403
        ? {
            status: 400,
            headers: { ...message.headers, 'content-type': 'text/plain' },
            body: { kind: 'text', text: 'Invalid Token' },
          }
        : message,
    ),
  },
  {
    id: 'authentication.key-header-confuses',
    sentence: 'An x-api-key header beside a valid Authorization is taken for the credential.',
    breaks: ['AUTH-18'],
    seen: 'databricks/unity-gateway#98',
    deviate: respond(both(onModelApis, sends('x-api-key')), () => unauthenticated),
  },
  {
    id: 'authentication.key-header-accepted',
    sentence: 'A token in an x-api-key header alone is a credential.',
    breaks: ['AUTH-19'],
    deviate: letIn((sent) => sent.has('x-api-key') && !sent.has('authorization')),
  },
  {
    id: 'authentication.challenge',
    sentence: 'A response with status 401 carries a challenge.',
    breaks: ['AUTH-25'],
    deviate: respond(onModelApis, (message) =>
      message.status === 401 ? { ...message, headers: { ...message.headers, 'www-authenticate': 'Bearer' } } : message,
    ),
  },
  {
    id: 'authentication.token-type-missing',
    sentence: 'The token endpoint does not state the type of its tokens.',
    breaks: ['AUTH-04'],
    deviate: answers(token, remove('$.token_type')),
  },
  {
    id: 'authentication.lifetime-as-text',
    sentence: 'The token endpoint states the lifetime of its tokens as text.',
    breaks: ['AUTH-04', 'AUTH-07'],
    deviate: answers(token, replace('$.expires_in', String)),
  },
  {
    id: 'authentication.tokens-of-a-day',
    sentence: 'The token endpoint states a lifetime of a day.',
    breaks: ['AUTH-07'],
    deviate: answers(token, replace('$.expires_in', 86_400)),
  },
  {
    id: 'authentication.token-endpoint-refuses',
    sentence: 'The token endpoint takes client credentials in the form only.',
    breaks: ['AUTH-04'],
    deviate: respond(token, (message) => ({
      ...message,
      status: 401,
      body: { kind: 'json', value: { error: 'invalid_client' } },
    })),
  },
  {
    id: 'authentication.wrong-secret-as-400',
    sentence: 'A wrong client secret is a bad request.',
    breaks: ['AUTH-08'],
    deviate: statuses(token, 401, 400),
  },
  {
    id: 'authentication.no-token-endpoint-named',
    sentence: 'The metadata of the authorization server names no token endpoint.',
    breaks: ['AUTH-05'],
    deviate: answers(serverMetadata, remove('$.token_endpoint')),
  },
  {
    id: 'authentication.scope-not-looked-at',
    sentence: 'A token of any scope is accepted.',
    breaks: ['AUTH-23'],
    deviate: decide(({ authenticate }) => ({
      authenticate: (gateway, sent) => authenticate(gateway, sent, 'unity-catalog'),
    })),
  },
];
