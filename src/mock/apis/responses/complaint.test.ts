import { describe, expect, it } from 'vitest';
import { ask, simulation } from '../../testing/simulation.js';

const account = simulation();
const user = { role: 'user', content: 'Say hello.' };
const tool = { type: 'function', name: 'f', parameters: { type: 'object' } };
const call = { type: 'function_call', call_id: 'a', name: 'f', arguments: '{}' };
const output = { type: 'function_call_output', call_id: 'a', output: 'x' };
const image = (image_url: string) => ({ input: [{ role: 'user', content: [{ type: 'input_image', image_url }] }] });

describe('a Responses request', () => {
  it.each<[given: object, complaint: string]>([
    [{ input: undefined }, 'input: one of input, previous_response_id, prompt, conversation must be provided'],
    [{ input: null }, 'input: one of'],
    [{ input: '' }, 'input: must be a string that is not empty'],
    [{ input: [] }, 'input: must have at least 1 item'],
    [{ input: 7 }, 'input: must be a string or an array'],
    [{ input: {} }, 'input: must be a string or an array'],
    [{ input: ['Say hello.'] }, 'input.0.role: must be one of user, assistant, system, developer'],
    [{ input: [null] }, 'input.0.role: must be one of'],
    [{ input: [{ content: 'x' }] }, 'input.0.role: must be one of'],
    [{ input: [{ role: 'tool', content: 'x' }] }, 'input.0.role: must be one of'],
    [{ input: [user, { role: 'user' }] }, 'input.1.content: is required'],
    [{ input: [{ type: 'odd' }] }, 'input.0.type: must be one of message, function_call'],
    [{ input: [{ ...user, thinking_blocks: [] }] }, 'unknown field "input.0.thinking_blocks"'],
    [
      { input: [{ role: 'user', content: [{ type: 'output_text', text: 'x' }] }] },
      'input.0.content.0.type: must be one of input_text, input_image, input_file',
    ],
    [
      { input: [{ role: 'assistant', content: [{ type: 'input_text', text: 'x' }] }] },
      'input.0.content.0.type: must be one of output_text, refusal',
    ],
    [{ input: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] }, 'input.0.content.0.type: must be one of'],
    [image('x'), 'input.0.content.0.image_url: must be a URL of an image'],
    [image('data:image/png;base64,***'), 'input.0.content.0.image_url: must be valid base64'],
    [image('data:text/plain;base64,aGk='), 'input.0.content.0.image_url: the media type must be one of image/png'],
    [{ input: [{ ...user, id: 'x'.repeat(65) }] }, 'input.0.id: must have at most 64 characters'],
    [{ input: [user, output] }, 'input: No tool call found for function call output with call_id a.'],
    [{ input: [user, output, call] }, 'input: No tool call found for function call output with call_id a.'],
    [{ input: [user, call] }, 'input: No tool output found for function call a.'],
    [{ input: [user, { ...call, arguments: '{' }, output] }, 'input.1.arguments: must be the JSON text of an object'],
    [{ input: [user, { ...call, arguments: {} }, output] }, 'input.1.arguments: must be the JSON text of an object'],
    [{ input: [user, call, { ...output, output: 7 }] }, 'input.2.output: must be a string or an array'],
    [
      { input: [{ type: 'reasoning', summary: [], encrypted_content: 'changed' }, user] },
      'input.0.encrypted_content: The encrypted content could not be verified',
    ],
    [{ instructions: 7 }, 'instructions: must be a string'],
    [{ max_output_tokens: 15 }, 'max_output_tokens: must be an integer of at least 16'],
    [{ max_output_tokens: -1 }, 'max_output_tokens: must be an integer'],
    [{ max_output_tokens: '64' }, 'max_output_tokens: must be an integer'],
    [{ temperature: 2.1 }, 'temperature: must be a number from 0 to 2'],
    [{ top_p: -0.1 }, 'top_p: must be a number from 0 to 1'],
    [{ stream: 'yes' }, 'stream: must be true or false'],
    [{ stream_options: { include_obfuscation: false } }, 'stream_options: may only be set when stream is true'],
    [{ tools: [{ type: 'function' }] }, 'tools.0.name: is required'],
    [{ tools: [{ type: 'function', function: { name: 'f' } }] }, 'tools.0.name: is required'],
    [{ tools: [{ type: 'function', name: 'a b' }] }, 'tools.0.name: must match the pattern'],
    [{ tools: [{ ...tool, parameters: { type: 'string' } }] }, 'tools.0.parameters: schema must be a JSON Schema'],
    [{ tools: [tool, tool] }, "tools: the name 'f' stands there twice"],
    [{ tools: [{ type: 'odd' }] }, 'tools.0.type: must be one of function'],
    [{ tool_choice: 'any', tools: [tool] }, 'tool_choice: must be auto or required or none'],
    [{ tool_choice: 'required' }, 'tool_choice: may only be set together with tools'],
    [{ tool_choice: { type: 'function', name: 'g' }, tools: [tool] }, "tool_choice: 'g' is not the name of a function"],
    [{ tool_choice: { type: 'function' }, tools: [tool] }, 'tool_choice.name: is required'],
    [{ tool_choice: { type: 'function', function: { name: 'f' } }, tools: [tool] }, 'tool_choice.name: is required'],
    [{ parallel_tool_calls: 'no' }, 'parallel_tool_calls: must be true or false'],
    [{ text: { format: { type: 'xml' } } }, 'text.format.type: must be one of text, json_object, json_schema'],
    [{ text: { format: { type: 'json_schema', name: 'x' } } }, 'text.format.schema: is required'],
    [
      { text: { format: { type: 'json_schema', json_schema: { name: 'x', schema: {} } } } },
      'text.format.name: is required',
    ],
    [{ reasoning: { effort: 'utter' } }, 'reasoning.effort: must be none or minimal'],
    [{ reasoning: 'low' }, 'reasoning: must be an object'],
    [{ include: ['everything'] }, 'include.0: must be'],
    [{ metadata: { a: 1 } }, 'metadata.a: must be a string'],
    [
      { metadata: Object.fromEntries(Array.from({ length: 17 }, (_, key) => [key, ''])) },
      'metadata: must have at most',
    ],
    [{ stop: ['x'] }, 'Bad request: json: unknown field "stop"'],
    [{ max_tokens: 64 }, 'unknown field "max_tokens"'],
    [{ messages: [user] }, 'unknown field "messages"'],
    [{ response_format: { type: 'text' } }, 'unknown field "response_format"'],
    [{ toString: 1 }, 'unknown field "toString"'],
  ])('with %j is refused: %s', async (given, complaint) => {
    const response = await ask(account(), { api: 'responses', body: { ...given } });
    expect(response.status).toBe(400);
    expect(response.json).toMatchObject({ error_code: 'BAD_REQUEST', message: expect.stringContaining(complaint) });
  });

  it.each<[given: object, cannot: string]>([
    [{ previous_response_id: 'resp_1' }, 'remember earlier responses'],
    [{ previous_response_id: 'resp_1', input: [output] }, 'remember earlier responses'],
    [{ conversation: 'conv_1', input: null }, 'remember earlier responses'],
    [{ input: [{ type: 'item_reference', id: 'x' }] }, 'remember earlier responses'],
    [{ prompt: { id: 'pmpt_1' } }, 'keep prompts'],
    [{ store: true }, 'store responses'],
    [{ background: true }, 'answer in the background'],
    [{ stream: true, stream_options: { include_obfuscation: true } }, 'obfuscate streams'],
    [{ top_logprobs: 1 }, 'report log probabilities'],
    [{ include: ['message.output_text.logprobs'] }, 'report log probabilities'],
    [{ tools: [tool, { type: 'web_search' }] }, 'run tools of the provider'],
    [image('https://example.com/a.png'), 'look at anything but text and PNG images in messages'],
    [image('data:image/gif;base64,R0lGODlhAQABAAAAACw='), 'look at anything but text and PNG images in messages'],
    [{ input: [{ role: 'user', content: [{ type: 'input_file' }] }] }, 'look at anything but text and PNG images'],
    [{ input: [user, call, { ...output, output: [{ type: 'input_image' }] }] }, 'look at anything but text'],
  ])('with %j asks for what is not simulated: %s', async (given, cannot) => {
    const response = await ask(account(), { api: 'responses', body: { ...given } });
    expect(response.status).toBe(501);
    expect(response.json.message).toContain(`The simulated account does not ${cannot}`);
  });

  it.each([
    { tools: [], tool_choice: 'auto' },
    { tools: null, tool_choice: null, text: null, reasoning: null, stream: null, metadata: null },
    {
      store: false,
      background: false,
      top_logprobs: 0,
      include: [],
      service_tier: 'auto',
      user: 'u',
      max_tool_calls: 1,
    },
    { max_output_tokens: null },
  ])('with %j asks for nothing special', async (given) => {
    expect((await ask(account(), { api: 'responses', body: given })).status).toBe(200);
  });
});
