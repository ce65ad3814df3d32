import type { RequestBody } from '../api.js';
import {
  anything,
  flag,
  integerFrom,
  kindsBy,
  listOf,
  numberWithin,
  object,
  oneOf,
  text,
  textOr,
  wording,
} from '../rules.js';

const textBlock = object({
  required: { type: text, text: wording },
  optional: { cache_control: object({ open: true }), citations: anything },
});
const otherBlock = object({ required: { type: text }, open: true });

const message = kindsBy('role', {
  user: object({
    required: {
      role: text,
      content: textOr(
        listOf(kindsBy('type', { text: textBlock, image: otherBlock, document: otherBlock, tool_result: otherBlock }), {
          least: 1,
        }),
        wording,
      ),
    },
  }),
  assistant: object({
    required: {
      role: text,
      content: textOr(
        listOf(
          kindsBy('type', {
            text: textBlock,
            tool_use: otherBlock,
            thinking: otherBlock,
            redacted_thinking: otherBlock,
          }),
        ),
        text,
      ),
    },
  }),
});

// Ranges: Anthropic's reference of `POST /v1/messages`.
const request = object({
  required: { model: text, max_tokens: integerFrom(1), messages: listOf(message, { least: 1 }) },
  optional: {
    system: textOr(listOf(kindsBy('type', { text: textBlock }))),
    temperature: numberWithin(0, 1),
    top_p: numberWithin(0, 1),
    top_k: integerFrom(0),
    stop_sequences: listOf(wording),
    stream: flag,
    metadata: object({ optional: { user_id: text } }),
    service_tier: oneOf('auto', 'standard_only'),
    tools: listOf(object({ open: true })),
    tool_choice: object({ required: { type: text }, open: true }),
    thinking: object({ required: { type: text }, open: true }),
  },
});

/** The provider's complaint as the gateway passes it on: JSON again, inside `message` (databricks/unity-gateway#108). */
export function complaintAbout(body: RequestBody): string | undefined {
  const complaint = request(body, '') ?? firstTurnComplaint(body);
  return complaint === undefined ? undefined : JSON.stringify({ message: complaint });
}

function firstTurnComplaint({ messages }: RequestBody): string | undefined {
  const [first] = messages as readonly { readonly role: string }[];
  return first?.role === 'user' ? undefined : 'messages: first message must use the "user" role';
}
