import type { Image, JsonSchema, Prompt, Tool, Turn } from '../script/prompt.js';

/** A prompt that asks for nothing special, but for what is given. */
export function promptOf(given: Partial<Prompt>): Prompt {
  return {
    system: '',
    turns: [],
    maxTokens: 1000,
    stop: [],
    tools: [],
    toolChoice: 'auto',
    parallelCalls: true,
    format: 'text',
    thinks: false,
    ...given,
  };
}

export function user(text: string, images: readonly Image[] = []): Turn {
  return { role: 'user', text, images };
}

export function assistant(text: string): Turn {
  return { role: 'assistant', text, calls: [] };
}

export function tool(name: string, parameters: JsonSchema = { type: 'object' }): Tool {
  return { name, parameters };
}
