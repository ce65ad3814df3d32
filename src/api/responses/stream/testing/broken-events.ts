import { response } from '../../../testing/responses-bodies.js';
import {
  completed,
  completing,
  created,
  creating,
  failing,
  message,
  nestedError,
  numbered,
  opened,
  said,
} from '../../../testing/responses-stream.js';
import { event } from '../../../testing/streams.js';
import { type BrokenStreams, bare, without } from './variants.js';

export const brokenEvents = {
  'frame-json': [
    [numbered([created, 'event: x\ndata: {"type":\n\n', ...said, completed]), ['frame-json']],
    [numbered([created, 'data: null\n\n', ...said, completed]), ['frame-json']],
  ],
  'event-typed': [
    [numbered([created, 'event: keepalive\ndata: {}\n\n', ...said, completed]), ['event-typed']],
    [numbered([created, 'data: {"type":7}\n\n', ...said, completed]), ['event-typed']],
    [numbered([created, 'data: {"error":{"message":"Overloaded."}}\n\n']), ['event-typed']],
  ],
  'event-named': [
    [bare(created, 0) + bare(completing([]), 1, 'response.completed'), ['event-named']],
    [bare(created, 0, 'response.created') + bare(nestedError, 1), ['event-named']],
  ],
  'event-name-matches': [
    [bare(created, 0, 'message') + bare(completing([]), 1, 'response.completed'), ['event-name-matches']],
  ],
  'event-known': [
    [numbered([created, { type: 'ping' }, ...said, completed]), ['event-known']],
    [numbered([created, { type: 'response.mood' }, ...said, completed]), ['event-known']],
    [numbered([created, { type: ':trace' }, ...said, completed]), ['event-known']],
  ],
  'sequence-numbered': [
    [
      numbered([
        created,
        ...said.map((each) => ({ ...each, sequence_number: 1 })),
        { ...completed, sequence_number: 2 },
      ]),
      Array(3).fill('sequence-numbered'),
    ],
    [
      numbered([
        { ...created, sequence_number: 5 },
        { ...completing([]), sequence_number: 7 },
      ]),
      ['sequence-numbered'],
    ],
    [
      bare(without(created, ''), 0, 'response.created') + event(completing([]), { event: 'response.completed' }),
      ['sequence-numbered'],
    ],
    [numbered([{ ...created, sequence_number: '0' }, completing([])]), ['sequence-numbered']],
  ],
  'created-first': [
    [numbered([...said, completed]), ['created-first']],
    [numbered([opened, created, ...said.slice(1), completed]), ['created-first']],
    [numbered([completing([])]), ['created-first']],
    [numbered([failing()]), ['created-first']],
  ],
  'created-once': [[numbered([created, created, ...said, completed]), ['created-once']]],
  'created-whole': [
    [numbered([{ type: 'response.created' }, ...said, completed]), ['created-whole']],
    [numbered([creating({ output: null }), ...said, completed]), ['created-whole']],
    [numbered([creating({ status: 'completed' }), ...said, completed]), ['created-whole']],
    [numbered([creating({ object: 'event' }), ...said, completed]), ['created-whole']],
    [numbered([creating({ output: [message] }), ...said, completed]), ['created-whole']],
    [
      numbered([
        { ...created, response: without(response({ status: 'queued', output: [] }), 'tools') },
        ...said,
        completed,
      ]),
      ['created-whole'],
    ],
  ],
  'identity-constant': [
    [numbered([created, ...said, completing([message], { id: 'resp_2' })]), ['identity-constant']],
    [
      numbered([created, ...said, completing([message], { model: 'another', created_at: 1 })]),
      ['identity-constant', 'identity-constant'],
    ],
    [
      numbered([created, { ...creating({ id: 'resp_2' }), type: 'response.in_progress' }, ...said, completed]),
      ['identity-constant'],
    ],
  ],
} satisfies Readonly<Record<string, BrokenStreams>>;
