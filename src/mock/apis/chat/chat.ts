import type { Api, RequestBody } from '../api.js';
import { complaintAbout } from './complaint.js';
import { notSimulated } from './not-simulated.js';
import { promptOf } from './prompt.js';
import { render } from './render.js';
import { renderStream } from './render-stream.js';
import type { ChatRequest } from './request.js';

/** The MLflow Chat Completions API: OpenAI's dialect, for all chat models. */
export const chat: Api = {
  name: 'chat',
  type: 'mlflow/v1/chat/completions',
  complaintAbout,
  notSimulated: (body) => notSimulated(asRequest(body)),
  promptOf: (body) => promptOf(asRequest(body)),
  render,
  wantsStream: (body) => asRequest(body).stream === true,
  renderStream: (answer, service, body) => renderStream(answer, service, asRequest(body)),
};

// True for every body without complaint, which is all that is asked about here.
function asRequest(body: RequestBody): ChatRequest {
  return body as unknown as ChatRequest;
}
