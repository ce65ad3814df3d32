import { messageItem, response, responseUsage } from '../../../testing/responses-bodies.js';
import {
  call,
  callEvents,
  called,
  completed,
  completing,
  created,
  cutting,
  delta,
  failing,
  flatError,
  keepalive,
  message,
  nestedError,
  numbered,
  opened,
  partAdded,
  said,
  secondCall,
  textPart,
  whole,
} from '../../../testing/responses-stream.js';
import { type BrokenStreams, bare, done, ending, without } from './variants.js';

export const brokenEnds = {
  'terminal-whole': [
    [numbered([created, ...said, { type: 'response.completed' }]), ['terminal-whole', 'usage-counted']],
    [numbered([created, ...said, completing([message], { status: 'in_progress' })]), ['terminal-whole']],
    [numbered([created, ...said, completing(null)]), ['terminal-whole']],
    [
      numbered([created, { ...failing(), response: response({ status: 'completed', error: { message: 'Full.' } }) }]),
      ['terminal-whole'],
    ],
    [
      numbered([created, ...said, { ...completed, response: without(response(), 'parallel_tool_calls') }]),
      ['terminal-whole'],
    ],
    [ending(message, completing([message], { error: { message: 'Upstream failed' } })), ['terminal-whole']],
  ],
  'output-matches-items': [
    [numbered([created, ...said, completing([])]), ['output-matches-items']],
    [numbered([created, completing([message])]), ['output-matches-items']],
    [ending(message, completing([{ ...message, id: 'msg_2' }])), ['output-matches-items']],
    [ending(message, completing([messageItem({}, [textPart('Bye.')])])), ['output-matches-items']],
    [
      numbered([created, ...called, ...callEvents(secondCall, 1), completing([secondCall, call])]),
      ['output-matches-items'],
    ],
    [ending(message, cutting([null])), ['output-matches-items']],
  ],
  'usage-counted': [
    [ending(message, completing([message], { usage: null })), ['usage-counted']],
    [ending(message, completing([message], { usage: responseUsage({ total_tokens: '24' }) })), ['usage-counted']],
    [ending(message, cutting([message], { usage: { input_tokens: -1 } })), ['usage-counted']],
  ],
  'usage-adds-up': [
    [ending(message, completing([message], { usage: responseUsage({ total_tokens: 25 }) })), ['usage-adds-up']],
  ],
  'finish-reason-known': [
    [ending(message, cutting([message], { incomplete_details: null })), ['finish-reason-known']],
    [ending(message, cutting([message], { incomplete_details: { reason: 'length' } })), ['finish-reason-known']],
  ],
  'error-well-formed': [
    [numbered([created, { type: 'error', error: { code: 'server_error' } }]), ['error-well-formed']],
    [numbered([created, { type: 'error', error: 'Overloaded.' }]), ['error-well-formed']],
    [numbered([created, failing(null)]), ['error-well-formed']],
    [numbered([created, failing({ code: 'server_error', message: '' })]), ['error-well-formed']],
    [
      numbered([created, 'data: {"error_code":"INTERNAL_ERROR","message":"Overloaded."}\n\n']),
      ['event-typed', 'error-well-formed'],
    ],
  ],
  'error-named': [
    [bare(created, 0, 'response.created') + bare(flatError, 1), ['error-named']],
    [bare(created, 0, 'response.created') + bare(flatError, 1, 'message'), ['error-named']],
  ],
  'terminal-present': [
    ['', ['terminal-present']],
    [numbered([created, ...said]), ['terminal-present']],
    [numbered([created, ...said, done]), ['terminal-present']],
    [numbered([created, opened, partAdded(), delta('Hi')]), ['terminal-present']],
  ],
  'nothing-after-end': [
    [numbered([...whole, completed]), ['nothing-after-end']],
    [numbered([...whole, keepalive]), ['nothing-after-end']],
    [numbered([...whole, done, done]), ['nothing-after-end']],
    [numbered([...whole, done, keepalive]), ['nothing-after-end']],
    [numbered([created, ...said, done, completed]), ['terminal-present', 'nothing-after-end']],
    [numbered([created, flatError, completing([])]), ['nothing-after-end']],
    [numbered([created, flatError, failing(), nestedError]), ['nothing-after-end']],
  ],
} satisfies Readonly<Record<string, BrokenStreams>>;
