import type { Fault } from './fault.js';
import { decide } from './making/decide.js';
import { replace } from './making/edit.js';
import { withHeader } from './making/requests.js';
import { answers, errorOf, respond } from './making/responses.js';
import { both, on, onModelApis, saying } from './making/where.js';

export const codingAgentFaults: readonly Fault[] = [
  {
    id: 'coding-agents.codex-refused',
    sentence: 'A provider does not support Responses on the path for Codex.',
    breaks: ['AGENT-01'],
    seen: 'databricks/unity-gateway#476',
    deviate: respond(on(['responses-codex']), () =>
      errorOf(400, 'INVALID_PARAMETER_VALUE', 'Native_api_type=openai/v1/responses is not supported for provider.'),
    ),
  },
  {
    id: 'coding-agents.codex-rewrites-the-model',
    sentence: 'The path for Codex looks for the model under another name.',
    breaks: ['AGENT-01'],
    seen: 'databricks/unity-gateway!282',
    deviate: respond(on(['responses-codex']), () => errorOf(404, 'NOT_FOUND', "'system.ai.gpt-5.5' does not exist")),
  },
  {
    id: 'coding-agents.no-cursor',
    sentence: 'The path for Cursor is not known.',
    breaks: ['AGENT-02'],
    deviate: decide((usual) => ({
      findApi: (method, url) => usual.findApi(url.pathname.includes('/cursor/') ? 'GET' : method, url),
    })),
  },
  {
    id: 'coding-agents.cursor-of-another-kind',
    sentence: 'The path for Cursor answers chat completions without choices.',
    breaks: ['AGENT-02'],
    deviate: answers(on(['chat-cursor']), replace('$.choices', [])),
  },
  {
    id: 'coding-agents.codex-with-claude-as-500',
    sentence: 'A Claude model on the path for Codex is an internal error.',
    breaks: ['AGENT-03'],
    seen: 'BerriAI/litellm!31213',
    deviate: respond(both(on(['responses-codex']), saying('claude')), () =>
      errorOf(500, 'INTERNAL_ERROR', 'The request failed.'),
    ),
  },
  {
    id: 'coding-agents.mode-refused',
    sentence: 'The header of the coding agent mode is refused.',
    breaks: ['AGENT-04'],
    deviate: respond(both(onModelApis, withHeader('x-databricks-use-coding-agent-mode')), () =>
      errorOf(400, 'BAD_REQUEST', 'The coding agent mode is not enabled.'),
    ),
  },
];
