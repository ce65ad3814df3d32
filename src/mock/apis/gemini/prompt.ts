import type { Prompt, Tool, ToolChoice, Turn } from '../../script/prompt.js';
import { imageOf } from '../images.js';
import {
  type Content,
  declarationsIn,
  type FunctionDeclaration,
  type GeminiRequest,
  type GenerationConfig,
  type Part,
} from './request.js';
import { jsonSchemaOf } from './schema.js';

export function promptOf(request: GeminiRequest): Prompt {
  const config = request.generationConfig ?? {};
  return {
    system: (request.systemInstruction?.parts ?? []).map(({ text }) => text).join('\n'),
    turns: request.contents.flatMap(turnsOf),
    maxTokens: config.maxOutputTokens ?? Number.POSITIVE_INFINITY,
    stop: config.stopSequences ?? [],
    tools: toolsOf(request),
    toolChoice: toolChoiceOf(request),
    // The API has no way to ask for one call at a time.
    parallelCalls: true,
    format: formatOf(config),
    thinks: thinks(config),
  };
}

function thinks({ thinkingConfig }: GenerationConfig): boolean {
  const { includeThoughts, thinkingBudget, thinkingLevel } = thinkingConfig ?? {};
  if (thinkingBudget === 0) return false;
  return includeThoughts === true || (thinkingBudget ?? thinkingLevel ?? null) !== null;
}

/** One content is one turn, but what functions gave is one of its own, whatever stands beside it. */
function turnsOf({ role, parts }: Content): readonly Turn[] {
  if (role === 'model') return [{ role: 'assistant', text: textOf(parts), calls: parts.flatMap(callIn) }];
  const results = parts.flatMap(resultIn);
  const images = parts.flatMap(({ inlineData }) => (inlineData ? [imageOf(inlineData.mimeType, inlineData.data)] : []));
  const says = parts.some(({ text, inlineData }) => (text ?? inlineData ?? null) !== null);
  return [
    ...(results.length > 0 ? [{ role: 'tool', results } as const] : []),
    ...(says ? [{ role: 'user', text: textOf(parts), images } as const] : []),
  ];
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text, thought }) => (thought === true ? '' : (text ?? ''))).join('');
}

function callIn({ functionCall }: Part) {
  return functionCall ? [{ name: functionCall.name, arguments: functionCall.args ?? {} }] : [];
}

function resultIn({ functionResponse }: Part) {
  return functionResponse ? [{ name: functionResponse.name, text: resultText(functionResponse.response) }] : [];
}

/** Only objects can be sent. Google's reference puts the result under `output`, its clients also under `result`. */
function resultText(response: Readonly<Record<string, unknown>>): string {
  const result = response['output'] ?? response['result'] ?? response;
  return typeof result === 'string' ? result : JSON.stringify(result);
}

function toolsOf(request: GeminiRequest): readonly Tool[] {
  const { allowedFunctionNames } = request.toolConfig?.functionCallingConfig ?? {};
  return declarationsIn(request)
    .filter(({ name }) => !allowedFunctionNames?.length || allowedFunctionNames.includes(name))
    .map((declaration) => ({ name: declaration.name, parameters: parametersOf(declaration) }));
}

function parametersOf({ parameters, parametersJsonSchema }: FunctionDeclaration) {
  if (parametersJsonSchema) return parametersJsonSchema;
  return parameters ? jsonSchemaOf(parameters) : { type: 'object' };
}

function toolChoiceOf({ toolConfig }: GeminiRequest): ToolChoice {
  switch (toolConfig?.functionCallingConfig?.mode) {
    case 'ANY':
      return 'required';
    case 'NONE':
      return 'none';
    default:
      return 'auto';
  }
}

function formatOf({ responseMimeType, responseSchema, responseJsonSchema }: GenerationConfig): Prompt['format'] {
  if (responseJsonSchema) return { schema: responseJsonSchema };
  if (responseSchema) return { schema: jsonSchemaOf(responseSchema) };
  return responseMimeType === 'application/json' ? 'json' : 'text';
}
