import type { Account, Token } from '../account/account.js';
import type { Message } from '../gateway/message.js';
import type { Fault } from './fault.js';
import { notLetIn, proving, recognise, takenFor } from './making/callers.js';
import { believe } from './making/decide.js';
import { replace } from './making/edit.js';
import { errors, respond, statuses } from './making/responses.js';
import { onModelApis, type Where } from './making/where.js';

const withoutCredential: Where = (asked) => onModelApis(asked) && !asked.headers.has('authorization');
const withCredential: Where = (asked) => onModelApis(asked) && asked.headers.has('authorization');

const loginPage: Message = {
  status: 302,
  headers: { 'content-type': 'text/html', location: '/login.html' },
  body: { kind: 'text', text: '<!doctype html><title>Sign in</title>' },
};

function unexpired(account: Account, isMeant: (token: Token) => boolean): Account {
  return {
    ...account,
    tokens: account.tokens.map((token) => (isMeant(token) ? { ...token, expired: false } : token)),
  };
}

/** Refusals of a credential: what is denied for a privilege has a code in words. */
const ofCredential = (change: (message: Message) => Message) =>
  respond(withCredential, (message) => {
    const { body } = message;
    const refused = body.kind === 'json' && JSON.stringify(body.value).includes('Invalid Token');
    return refused ? change(message) : message;
  });

/** A token in one of the headers of other vendors. */
const inHeader = (name: string) =>
  recognise((known, { gateway, headers: sent, scope, usual }) => {
    const key = sent.get(name);
    return known.done && key !== null ? usual(gateway, proving(`Bearer ${key}`), scope) : known;
  });

const credentialOf = (sent: Headers) => sent.get('authorization') ?? '';

/** Which credentials count, and how others are refused. */
export const credentialFaults: readonly Fault[] = [
  {
    id: 'authentication.only-oauth',
    sentence: 'Personal access tokens are no longer accepted.',
    breaks: ['AUTH-01', 'AUTH-02'],
    deviate: recognise((known, { headers: sent }) =>
      /^Bearer eyJ/.test(credentialOf(sent)) ? known : notLetIn(401, 'Personal access tokens are disabled.'),
    ),
  },
  {
    id: 'authentication.no-token-on-the-account-url',
    sentence: 'Personal access tokens are not accepted on the account-level URL.',
    breaks: ['AUTH-01', 'ROUTE-16'],
    deviate: recognise((known, { gateway: { site }, headers: sent }) =>
      site.kind === 'account' && /^Bearer dapi/.test(credentialOf(sent)) ? notLetIn(401, 'Invalid Token') : known,
    ),
  },
  {
    id: 'authentication.account-url-is-open',
    sentence: 'The account-level URL answers requests without a credential.',
    breaks: ['AUTH-09', 'AUTH-24'],
    deviate: recognise((known, { gateway: { account, site }, headers: sent }) =>
      site.kind === 'account' && credentialOf(sent) === '' ? takenFor('default', account) : known,
    ),
  },
  {
    id: 'authentication.no-credential-as-400',
    sentence: 'A request without a credential is answered with status 400.',
    breaks: ['AUTH-10', 'AUTH-11'],
    seen: 'databricks/unity-gateway#84',
    deviate: statuses(withoutCredential, 401, 400),
  },
  {
    id: 'authentication.login-page',
    sentence: 'A request without a credential is sent to a login page.',
    breaks: ['AUTH-10', 'AUTH-11', 'AUTH-24'],
    deviate: respond(withoutCredential, () => loginPage),
  },
  {
    id: 'authentication.expired-token-counts',
    sentence: 'A personal access token counts after it has expired.',
    breaks: ['AUTH-12', 'AUTH-13', 'AUTH-15'],
    deviate: believe((account) => unexpired(account, ({ secret }) => secret.startsWith('dapi'))),
  },
  {
    id: 'authentication.expired-oauth-token-counts',
    sentence: 'An OAuth access token counts after it has expired.',
    breaks: ['AUTH-12', 'AUTH-13', 'AUTH-15'],
    deviate: believe((account) => unexpired(account, ({ secret }) => !secret.startsWith('dapi'))),
  },
  {
    id: 'authentication.form-of-a-token-is-enough',
    sentence: 'Whatever has the form of a personal access token is accepted.',
    breaks: ['AUTH-12', 'AUTH-13', 'AUTH-16'],
    deviate: recognise((known, { gateway: { account }, headers: sent }) =>
      known.done && /^Bearer dapi0/.test(credentialOf(sent)) ? takenFor('default', account) : known,
    ),
  },
  {
    id: 'authentication.unreadable-credential-counts',
    sentence: 'A credential of a scheme that nobody knows is let through to what is behind.',
    breaks: ['AUTH-12', 'AUTH-14'],
    deviate: recognise((known, { gateway: { account }, headers: sent }) =>
      /^Secret /.test(credentialOf(sent)) ? takenFor('default', account) : known,
    ),
  },
  {
    id: 'authentication.empty-bearer-counts',
    sentence: 'The word Bearer without a token is a credential.',
    breaks: ['AUTH-12', 'AUTH-14'],
    deviate: recognise((known, { gateway: { account }, headers: sent }) =>
      /^Bearer\s*$/.test(credentialOf(sent)) ? takenFor('default', account) : known,
    ),
  },
  {
    id: 'authentication.refused-credential-as-404',
    sentence: 'A credential that is not valid is answered as if nothing were there.',
    breaks: ['AUTH-13'],
    deviate: ofCredential((message) => ({ ...message, status: 404 })),
  },
  {
    id: 'authentication.refused-credential-as-missing-privilege',
    sentence: 'A credential that is not valid is told that it lacks a privilege.',
    breaks: ['AUTH-13', 'AUTH-16'],
    deviate: errors(
      withCredential,
      replace("$[?@ == 'Invalid Token']", 'PERMISSION_DENIED: User does not have USE CATALOG on Catalog main.'),
    ),
  },
  {
    id: 'authentication.api-key-counts',
    sentence: 'A token in an api-key header is a credential.',
    breaks: ['AUTH-20'],
    deviate: inHeader('api-key'),
  },
  {
    id: 'authentication.x-goog-api-key-counts',
    sentence: 'A token in an x-goog-api-key header is a credential.',
    breaks: ['AUTH-21'],
    deviate: inHeader('x-goog-api-key'),
  },
];
