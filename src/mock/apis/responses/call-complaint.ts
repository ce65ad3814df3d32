import { type InputItem, itemsIn, type ResponsesRequest } from './request.js';

/** What is wrong with calls and their outputs, which belong together in pairs (OpenAI's guide "Function calling"). */
export function callComplaint(request: ResponsesRequest): string | undefined {
  // An earlier response may hold the other half of a pair.
  if (isSet(request.previous_response_id) || isSet(request.conversation)) return undefined;
  const items = itemsIn(request);
  const lonelyOutput = items.find(
    (item, index) => item.type === 'function_call_output' && !holdsCall(items.slice(0, index), item.call_id),
  );
  if (lonelyOutput?.type === 'function_call_output') {
    return `input: No tool call found for function call output with call_id ${lonelyOutput.call_id}.`;
  }
  const outputs = new Set(items.map((item) => (item.type === 'function_call_output' ? item.call_id : undefined)));
  const lonelyCall = items.find((item) => item.type === 'function_call' && !outputs.has(item.call_id));
  return lonelyCall?.type === 'function_call'
    ? `input: No tool output found for function call ${lonelyCall.call_id}.`
    : undefined;
}

function holdsCall(items: readonly InputItem[], id: string): boolean {
  return items.some((item) => item.type === 'function_call' && item.call_id === id);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
