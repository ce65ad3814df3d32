const databricksEnvelope = "Databricks answers errors in its own envelope, not in the provider's";
const scripted = {
  onceOnly: 'the scripted model calls a tool as often as a prompt says, and the probe asks in its own words',
  saysHello:
    'the scripted model answers what it has no rule for with a greeting, and not with what the probe looks for',
  thinksLittle: 'the scripted model thinks three words, whatever it may spend',
  ends: 'the scripted model does not write the stop sequence that the probe waits for',
};
const noCache = 'the simulated account has no prompt cache, and says that nothing was cached';
const noLimitHeaders = 'nothing public says that the gateway sends x-ratelimit headers';

/** Why a check of llmprobe is not one that the simulated account has to pass, by its id. */
export const doesNotApply: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  chat: {
    'chat-errors': databricksEnvelope,
    'chat-parallel-tools': scripted.onceOnly,
    'chat-logprobs': 'logprobs are not simulated: 501 says so',
    'chat-reasoning-cap': scripted.thinksLittle,
    'chat-prompt-caching': noCache,
    'chat-prompt-cache-prefix': noCache,
    'chat-rate-limit-headers': noLimitHeaders,
    'chat-n-choices': 'a model that serves other providers refuses n above 1, as Anthropic models do',
    'chat-assistant-prefill': scripted.saysHello,
  },
  responses: {
    'responses-streaming': "OpenAI's own Responses stream ends with its terminal event, without [DONE]",
    'responses-finish-length': 'the probe asks for one token, and OpenAI takes 16 as the least max_output_tokens',
    'responses-errors': databricksEnvelope,
    'responses-parallel-tools': scripted.onceOnly,
    'responses-reasoning-cap': scripted.thinksLittle,
    'responses-reasoning-roundtrip': 'the probe has no such check for this API',
    'responses-prompt-caching': noCache,
    'responses-prompt-cache-prefix': noCache,
    'responses-rate-limit-headers': noLimitHeaders,
    'responses-previous-response-id': 'state between responses is not simulated: 501 says so',
    'responses-background': 'background responses are not simulated: 501 says so',
    'responses-mcp-tools': 'the probe hosts no MCP server yet',
  },
  messages: {
    'messages-errors': databricksEnvelope,
    'messages-parallel-tools': scripted.onceOnly,
    'messages-reasoning': 'the probe sets temperature to 0 beside thinking, which Anthropic refuses',
    'messages-reasoning-cap': 'the probe sets temperature to 0 beside thinking, which Anthropic refuses',
    'messages-prompt-caching': noCache,
    'messages-prompt-cache-prefix': noCache,
    'messages-rate-limit-headers': noLimitHeaders,
    'messages-stop-sequence-echo': scripted.ends,
    'messages-assistant-prefill': scripted.saysHello,
    'messages-system-blocks': scripted.saysHello,
  },
  embeddings: {
    'embeddings-dimensions': 'the simulated model has one length of vectors, as older models have',
  },
};
