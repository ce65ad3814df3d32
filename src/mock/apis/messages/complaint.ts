import type { RequestBody } from '../api.js';
import { flag, integerFrom, kindsBy, listOf, numberWithin, object, oneOf, text, textOr, wording } from '../rules.js';
import { messages, textBlock } from './message-rules.js';
import type { MessagesRequest } from './request.js';
import { outputConfig, thinking, thinkingComplaint } from './thinking-rules.js';
import { toolChoice, tools, toolsComplaint } from './tool-rules.js';
import { toolTurnsComplaint } from './tool-turns.js';

// Ranges: Anthropic's reference of `POST /v1/messages`.
const request = object({
  required: { model: text, max_tokens: integerFrom(1), messages },
  optional: {
    system: textOr(listOf(kindsBy('type', { text: textBlock }))),
    temperature: numberWithin(0, 1),
    top_p: numberWithin(0, 1),
    top_k: integerFrom(0),
    stop_sequences: listOf(wording),
    stream: flag,
    metadata: object({ optional: { user_id: text } }),
    service_tier: oneOf('auto', 'standard_only'),
    tools,
    tool_choice: toolChoice,
    thinking,
    output_config: outputConfig,
  },
});

/** The provider's complaint as the gateway passes it on: JSON again, inside `message` (databricks/unity-gateway#108). */
export function complaintAbout(body: RequestBody): string | undefined {
  // What follows the first rule only looks at a body whose parts are each well-formed.
  const complaint = request(body, '') ?? complaintAboutTheWhole(body as unknown as MessagesRequest);
  return complaint === undefined ? undefined : JSON.stringify({ message: complaint });
}

function complaintAboutTheWhole(whole: MessagesRequest): string | undefined {
  if (whole.messages[0]?.role !== 'user') return 'messages: first message must use the "user" role';
  return toolTurnsComplaint(whole.messages) ?? toolsComplaint(whole) ?? thinkingComplaint(whole);
}
