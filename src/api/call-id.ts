import type { CalledTool } from './call.js';

/**
 * The id of a tool call where an API insists on one: its own, or else one made of its place, so that a conversation that
 * is written out by hand needs none. Results stand in the turn behind their calls and name the turn of the calls.
 */
export function idOfCall({ id }: CalledTool, turn: number, position: number): string {
  return id ?? `call_${turn}_${position}`;
}
