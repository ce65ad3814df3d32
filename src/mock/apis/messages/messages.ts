import { conversation } from '../conversation.js';
import { complaintAbout } from './complaint.js';
import { notSimulated } from './not-simulated.js';
import { promptOf } from './prompt.js';
import { render } from './render.js';
import { renderStream } from './render-stream.js';
import type { MessagesRequest } from './request.js';

/** The Anthropic Messages API, for models of that provider. */
export const messages = conversation<MessagesRequest>('messages', 'anthropic/v1/messages', {
  complaintAbout,
  notSimulated,
  promptOf,
  render,
  wantsStream: ({ stream }) => stream === true,
  renderStream,
});
