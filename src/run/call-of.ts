import type { Call, CalledTool, CallImage, CallMessage } from '../api/index.js';
import type { Json, JsonObject } from '../json/index.js';
import { isJsonObject } from '../json/index.js';
import { defaultModel, defaultPrompt, type Sender } from '../plan/index.js';
import type { CallTemplate, MessageTemplate, TextTemplate } from '../spec/index.js';
import { asText, resolve, type Scope } from './scope.js';

/** A call whose references are looked up, in the terms of the adapters. Fields that nobody wrote stay absent. */
export function callOf(template: CallTemplate, { api, stream }: Sender, scope: Scope): Call {
  const { inputs, system, stop, tools, schema, params } = template;
  const choice = template['tool-choice'];
  const version = template['api-version'];
  return {
    model: asText(template.model ?? resolve(defaultModel(api, scope.bindings), scope)),
    messages: template.messages?.map(messageOf) ?? [{ role: 'user', text: textOf(template.prompt ?? defaultPrompt) }],
    maxTokens: template['max-tokens'] ?? scope.target.limits.maxTokens,
    ...(inputs === undefined ? {} : { inputs: inputs.map(asText) }),
    ...(system === undefined ? {} : { system: asText(system) }),
    ...(stop === undefined ? {} : { stop }),
    ...(tools === undefined
      ? {}
      : { tools: tools.map((tool) => ({ ...tool, parameters: tool.parameters as JsonObject })) }),
    ...(choice === undefined ? {} : { toolChoice: choice }),
    ...(schema === undefined ? {} : { schema: schema as JsonObject }),
    ...(stream ? { stream } : {}),
    ...(params === undefined ? {} : { params: params as JsonObject }),
    ...(version === undefined ? {} : { apiVersion: version }),
  };
}

function messageOf(message: MessageTemplate): CallMessage {
  switch (message.role) {
    case 'user': {
      const { text, images } = message;
      return { role: 'user', text: textOf(text), ...(images === undefined ? {} : { images: images.map(imageOf) }) };
    }
    case 'assistant': {
      // A capture has taken the place of the text that named it.
      if (message.returned !== undefined) return { role: 'assistant', returned: message.returned as Json };
      const calls = message.calls === undefined ? {} : { calls: message.calls as readonly CalledTool[] };
      return { role: 'assistant', text: asText(message.text ?? ''), ...calls };
    }
    case 'tool': {
      const calls = calledTools(message.calls as Json);
      return {
        role: 'tool',
        results: calls.map((call, index) => ({ call, text: asText(message.results[index] ?? '') })),
      };
    }
  }
}

/** One that is repeated is written out only here, so that neither specs nor plans hold megabytes. */
function textOf(text: TextTemplate): string {
  // A value of the matrix may have taken the place of the text, whatever it is.
  const { repeat, times }: JsonObject = isJsonObject(text) ? text : {};
  return repeat === undefined || typeof times !== 'number' ? asText(text) : asText(repeat).repeat(times);
}

function imageOf(dataUrl: string): CallImage {
  const [, mediaType = '', base64 = ''] = /^data:([^;]+);base64,(.*)$/s.exec(dataUrl) ?? [];
  return { mediaType, base64 };
}

/** Captured calls are whatever a gateway sent: of what is not one, nothing is sent back. */
function calledTools(calls: Json): readonly CalledTool[] {
  if (!Array.isArray(calls)) return [];
  return calls.flatMap((call: Json) => {
    if (!isJsonObject(call) || typeof call['name'] !== 'string') return [];
    const { id, name, arguments: given } = call;
    return [{ name, arguments: isJsonObject(given) ? given : {}, ...(typeof id === 'string' ? { id } : {}) }];
  });
}
