import type { ApiName } from '../../account/account.js';
import type { Api } from '../api.js';
import { conversation } from '../conversation.js';
import { complaintAbout } from './complaint.js';
import { notSimulated } from './not-simulated.js';
import { promptOf } from './prompt.js';
import { render } from './render.js';
import { renderDenial, renderDenialStream } from './render-denial.js';
import { renderStream } from './render-stream.js';
import type { ChatRequest } from './request.js';

/** OpenAI's Chat Completions, which the gateway speaks on several paths. */
export function chatAt(name: ApiName, type: string): Api {
  return conversation<ChatRequest>(name, type, {
    complaintAbout,
    notSimulated,
    promptOf,
    render,
    wantsStream: ({ stream }) => stream === true,
    renderStream,
    denial: { render: renderDenial, renderStream: renderDenialStream },
  });
}
