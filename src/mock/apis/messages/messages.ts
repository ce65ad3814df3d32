import type { Api, RequestBody } from '../api.js';
import { complaintAbout } from './complaint.js';
import { notSimulated } from './not-simulated.js';
import { promptOf } from './prompt.js';
import { render } from './render.js';
import { renderStream } from './render-stream.js';
import type { MessagesRequest } from './request.js';

/** The Anthropic Messages API, for models of that provider. */
export const messages: Api = {
  name: 'messages',
  type: 'anthropic/v1/messages',
  complaintAbout,
  notSimulated: (body) => notSimulated(asRequest(body)),
  promptOf: (body) => promptOf(asRequest(body)),
  render,
  wantsStream: (body) => asRequest(body).stream === true,
  renderStream,
};

// True for every body without complaint, which is all that is asked about here.
function asRequest(body: RequestBody): MessagesRequest {
  return body as unknown as MessagesRequest;
}
