/** What the first token and the terminal event are looked for by: said beside what is found. */
export interface Sighting {
  readonly index: number;
  /** Where in the event it was seen, such as `choices[*].delta.content`. */
  readonly by: string;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** Something that a person or a program can use: reasoning is none yet. By the shape of the event, whatever the path. */
export function tokenIn(data: unknown): string | undefined {
  const event = fieldsOf(data);
  for (const choice of listOf(event['choices']).map(fieldsOf)) {
    const delta = fieldsOf(choice['delta']);
    if (hasText(delta['content'])) return 'choices[*].delta.content';
    if (isText(delta['refusal'])) return 'choices[*].delta.refusal';
    const calls = listOf(delta['tool_calls']).map((call) => fieldsOf(fieldsOf(call)['function']));
    if (calls.some((call) => isText(call['arguments']))) return 'choices[*].delta.tool_calls[*].function.arguments';
  }
  for (const candidate of listOf(event['candidates']).map(fieldsOf)) {
    for (const part of listOf(fieldsOf(candidate['content'])['parts']).map(fieldsOf)) {
      if (isText(part['text']) && part['thought'] !== true) return 'candidates[*].content.parts[*].text';
      if (part['functionCall'] !== undefined) return 'candidates[*].content.parts[*].functionCall';
    }
  }
  return tokenOfTyped(event);
}

function tokenOfTyped(event: Fields): string | undefined {
  const delta = fieldsOf(event['delta']);
  switch (event['type']) {
    case 'content_block_start':
      return isText(fieldsOf(event['content_block'])['text']) ? 'content_block.text' : undefined;
    case 'content_block_delta':
      if (isText(delta['text'])) return 'delta.text';
      return isText(delta['partial_json']) ? 'delta.partial_json' : undefined;
    case 'response.output_text.delta':
    case 'response.refusal.delta':
    case 'response.function_call_arguments.delta':
      return isText(event['delta']) ? `delta of ${event['type']}` : undefined;
    default:
      return undefined;
  }
}

/** Content is a text, or a list of parts with texts. */
function hasText(content: unknown): boolean {
  return isText(content) || listOf(content).some((part) => isText(fieldsOf(part)['text']));
}

const terminalTypes = new Set([
  'message_stop',
  'response.completed',
  'response.incomplete',
  'response.failed',
  'error',
]);

/** The name of the event that ends a stream of its API. Gemini has none: the last candidate with a `finishReason` ends it. */
export function terminalIn(text: string, data: unknown): string | undefined {
  if (text.trim() === '[DONE]') return '[DONE]';
  const event = fieldsOf(data);
  const type = event['type'];
  if (typeof type === 'string' && terminalTypes.has(type)) return type;
  const finished = listOf(event['candidates']).some((candidate) => isText(fieldsOf(candidate)['finishReason']));
  if (finished) return 'candidates[*].finishReason';
  return event['choices'] === undefined && event['error'] !== undefined && event['error'] !== null
    ? 'error'
    : undefined;
}
