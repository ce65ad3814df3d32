/** What the first token and the terminal event are looked for by: said beside what is found. */
export interface Sighting {
  readonly index: number;
  /** Where in the event it was seen, such as `choices[*].delta.content`. */
  readonly by: string;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What a person or a program can use of an event, and by what it was seen. */
export interface Token {
  readonly by: string;
  readonly text: string;
}

/** The content that an event brings; reasoning is none yet. By the shape of the event, whatever the path. */
export function tokenIn(data: unknown): Token | undefined {
  const event = fieldsOf(data);
  const found = [...chatTokens(event), ...geminiTokens(event), ...typedTokens(event)];
  return found.find(({ text }) => text !== '');
}

function* chatTokens(event: Fields): Iterable<Token> {
  for (const choice of listOf(event['choices']).map(fieldsOf)) {
    const delta = fieldsOf(choice['delta']);
    yield { by: 'choices[*].delta.content', text: textOf(delta['content']) };
    yield { by: 'choices[*].delta.refusal', text: textOf(delta['refusal']) };
    for (const call of listOf(delta['tool_calls']).map(fieldsOf)) {
      const text = textOf(fieldsOf(call['function'])['arguments']);
      yield { by: 'choices[*].delta.tool_calls[*].function.arguments', text };
    }
  }
}

function* geminiTokens(event: Fields): Iterable<Token> {
  for (const candidate of listOf(event['candidates']).map(fieldsOf)) {
    for (const part of listOf(fieldsOf(candidate['content'])['parts']).map(fieldsOf)) {
      if (part['thought'] !== true) yield { by: 'candidates[*].content.parts[*].text', text: textOf(part['text']) };
      const call = part['functionCall'];
      if (call !== undefined) yield { by: 'candidates[*].content.parts[*].functionCall', text: JSON.stringify(call) };
    }
  }
}

function* typedTokens(event: Fields): Iterable<Token> {
  const delta = fieldsOf(event['delta']);
  switch (event['type']) {
    case 'content_block_start':
      yield { by: 'content_block.text', text: textOf(fieldsOf(event['content_block'])['text']) };
      break;
    case 'content_block_delta':
      yield { by: 'delta.text', text: textOf(delta['text']) };
      yield { by: 'delta.partial_json', text: textOf(delta['partial_json']) };
      break;
    case 'response.output_text.delta':
    case 'response.refusal.delta':
    case 'response.function_call_arguments.delta':
      yield { by: `delta of ${event['type']}`, text: textOf(event['delta']) };
      break;
    default:
  }
}

/** Of a text, or of a list of parts with texts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return listOf(content)
    .map((part) => fieldsOf(part)['text'])
    .filter(isText)
    .join('');
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
