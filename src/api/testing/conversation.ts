import type { Call, CalledTool, CallTool } from '../call.js';

/** A call that says nothing but what it must. */
export const plain: Call = {
  model: 'main.default.model',
  messages: [{ role: 'user', text: 'Say hello.' }],
  maxTokens: 64,
};

export const weather: CallTool = {
  name: 'weather',
  description: 'How warm it is.',
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
};

export const inBern: CalledTool = { id: 'call_1', name: 'weather', arguments: { city: 'Bern' } };
export const inBasel: CalledTool = { id: 'call_2', name: 'weather', arguments: { city: 'Basel' } };

/** Two tools are called at once, and both gave a result. */
export const conversation: Call = {
  ...plain,
  messages: [
    { role: 'user', text: 'How warm is it?' },
    { role: 'assistant', text: '', calls: [inBern, inBasel] },
    {
      role: 'tool',
      results: [
        { call: inBern, text: '7' },
        { call: inBasel, text: '9' },
      ],
    },
  ],
};

/** The same, written out by hand for APIs that may not give calls an id. */
export const withoutIds: Call = {
  ...plain,
  messages: [
    { role: 'user', text: 'How warm is it?' },
    { role: 'assistant', text: 'I will look.', calls: [withoutId(inBern), withoutId(inBasel)] },
    {
      role: 'tool',
      results: [
        { call: withoutId(inBern), text: '7' },
        { call: withoutId(inBasel), text: '9' },
      ],
    },
  ],
};

function withoutId({ name, arguments: given }: CalledTool): CalledTool {
  return { name, arguments: given };
}
