import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { CalledTool, CallImage, CallMessage } from '../call.js';
import { idOfCall } from '../call-id.js';
import { listAt } from '../fields.js';

/** The conversation as a list of items: a tool call and its result are items of their own, beside the messages. */
export function inputOf(messages: readonly CallMessage[]): readonly Json[] {
  return messages.flatMap(itemsOfTurn);
}

function itemsOfTurn(message: CallMessage, index: number): readonly Json[] {
  switch (message.role) {
    case 'user': {
      const { text, images = [] } = message;
      const said = text === '' && images.length > 0 ? [] : [{ type: 'input_text', text }];
      return [{ role: 'user', content: [...said, ...images.map(imagePart)] }];
    }
    case 'assistant':
      return 'returned' in message ? returnedItems(message.returned) : assistantItems(message, index);
    case 'tool':
      return message.results.map(({ call, text }, position) => ({
        type: 'function_call_output',
        call_id: idOfCall(call, index - 1, position),
        output: text,
      }));
  }
}

function assistantItems(
  { text, calls = [] }: { readonly text: string; readonly calls?: readonly CalledTool[] },
  index: number,
): readonly JsonObject[] {
  const items = calls.map((call, position) => ({
    type: 'function_call',
    call_id: idOfCall(call, index, position),
    name: call.name,
    arguments: JSON.stringify(call.arguments),
  }));
  // A turn that only called tools had no message.
  const said = text === '' && items.length > 0 ? [] : [{ role: 'assistant', content: [{ type: 'output_text', text }] }];
  return [...said, ...items];
}

/** The items of an answer. What holds none goes back as it came, so that the gateway says what is wrong with it. */
function returnedItems(answer: Json): readonly Json[] {
  return (isJsonObject(answer) ? listAt(answer, 'output') : undefined) ?? [answer];
}

function imagePart({ mediaType, base64 }: CallImage): JsonObject {
  return { type: 'input_image', image_url: `data:${mediaType};base64,${base64}` };
}
