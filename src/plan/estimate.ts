import type { Json } from '../json/index.js';
import { isJsonObject } from '../json/index.js';
import {
  type Action,
  type CallTemplate,
  type GrantChange,
  type RequestTemplate,
  type SqlTemplate,
  type Step,
  substitute,
} from '../spec/index.js';
import type { Target } from '../target/index.js';
import { copiesOf } from './copies.js';
import { addCosts, type Cost, timesCost } from './cost.js';
import { defaultPrompt } from './default-prompt.js';
import type { Bindings, Instance, Plan } from './instance.js';
import { senderOf } from './sender.js';
import { timesOf } from './times.js';

/** Of English text in the tokenizers in use; other scripts have more bytes to a character, and more tokens. */
const bytesPerToken = 4;

/** What an image costs: the providers count from some hundred up to about 1,600. */
const tokensPerImage = 1_000;

/**
 * What a plan will roughly cost: every request that its instances send when all goes well, input by a rule of thumb,
 * output as if every answer used all that it may. Retries and waiting for what propagates come on top.
 */
export function estimatePlan({ instances }: Plan, target: Target): Cost {
  return addCosts(
    instances.filter(({ skip }) => skip === undefined).map((instance) => estimateInstance(instance, target)),
  );
}

export function estimateInstance({ case: item, bindings }: Instance, target: Target): Cost {
  const steps = [...(item.body.kind === 'steps' ? item.body.steps : []), ...item.finally];
  const sides = item.body.kind === 'compare' ? item.body.sides : [];
  return addCosts([
    ...steps.map((step) => timesCost(estimateAction(step.action, bindings, target), sendings(step, bindings, target))),
    ...sides.map(({ action }) => estimateAction(action, bindings, target)),
  ]);
}

/** What sending an action once costs. */
export function estimateAction(action: Action, bindings: Bindings, target: Target): Cost {
  const { api } = senderOf(action, bindings);
  const bound = (template: Json | undefined): Json | undefined =>
    template === undefined ? undefined : substitute(template, (reference) => boundValue(reference, bindings));
  switch (action.kind) {
    case 'call':
      return costOfCall(bound(action.call as Json) as CallTemplate, api, target);
    case 'request':
      return costOfRequest(bound(action.request as Json) as RequestTemplate, target);
    case 'sql':
      return costOfStatement(bound(action.sql as Json) as SqlTemplate, target);
    case 'grants':
      return costOfChange(action.change);
  }
}

/** Each privilege is looked up and changed; restored, it is looked up, changed and looked up again. */
function costOfChange({ privileges }: GrantChange): Cost {
  return { requests: 5 * privileges.length, inputTokens: 0, outputTokens: 0 };
}

/** As if it asked a model for one row: how many it asks for, only the warehouse knows. */
function costOfStatement({ statement, parameters }: SqlTemplate, { limits }: Target): Cost {
  const bytes = bytesIn(statement) + bytesIn(parameters as Json | undefined);
  return { requests: 1, inputTokens: Math.ceil(bytes / bytesPerToken), outputTokens: limits.maxTokens };
}

function costOfCall(call: CallTemplate, api: string | undefined, { limits }: Target): Cost {
  const { prompt, messages = [], inputs, system, tools, schema, params } = call;
  const images = messages.reduce((sum, message) => sum + imagesOf(message), 0);
  const asked = prompt ?? (call.messages === undefined && inputs === undefined ? defaultPrompt : undefined);
  const texts: unknown = [asked, messages.map(withoutImages), inputs, system, tools, schema, params];
  // An API that embeds answers with no token.
  const outputTokens = api === 'embeddings' ? 0 : (call['max-tokens'] ?? limits.maxTokens);
  return { requests: 1, inputTokens: tokensIn(texts as Json) + images * tokensPerImage, outputTokens };
}

/** Only what goes to a model costs tokens. */
function costOfRequest({ path, json, text }: RequestTemplate, { limits }: Target): Cost {
  const body = json === undefined ? text : (json as Json);
  if (body === undefined || !String(path).startsWith('/ai-gateway/'))
    return { requests: 1, inputTokens: 0, outputTokens: 0 };
  const asked = isJsonObject(body) ? (body['max_tokens'] ?? body['max_output_tokens']) : undefined;
  const outputTokens = typeof asked === 'number' && asked > 0 ? asked : limits.maxTokens;
  return { requests: 1, inputTokens: tokensIn(body), outputTokens };
}

function tokensIn(template: Json): number {
  return Math.ceil(bytesIn(template) / bytesPerToken);
}

/** Every text of a template, and every key, which is sent as well; a repeated text is counted, and not written out. */
function bytesIn(template: Json | undefined): number {
  if (template === undefined || template === null) return 0;
  if (typeof template === 'string') return Buffer.byteLength(template);
  if (Array.isArray(template)) return template.reduce((sum: number, item: Json) => sum + bytesIn(item), 0);
  if (!isJsonObject(template)) return String(template).length;
  const { repeat, times } = template;
  if (typeof repeat === 'string' && typeof times === 'number') return Buffer.byteLength(repeat) * times;
  return Object.entries(template).reduce((sum, [key, item]) => sum + key.length + bytesIn(item), 0);
}

type Message = NonNullable<CallTemplate['messages']>[number];

function imagesOf(message: Message): number {
  return message.role === 'user' ? (message.images?.length ?? 0) : 0;
}

function withoutImages(message: Message): object {
  return message.role === 'user' ? { ...message, images: [] } : message;
}

/** How often a step is sent, at most, when it waits for nothing that takes time. */
function sendings(step: Step, bindings: Bindings, target: Target): number {
  return copiesOf(step, bindings) * (timesOf(step, target) ?? 1);
}

/** Values of the matrix may be long; whatever else is looked up is a name. */
function boundValue([root, name = '']: readonly string[], bindings: Bindings): Json {
  return (root === 'each' ? bindings[name]?.value : undefined) ?? '';
}
