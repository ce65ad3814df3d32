import type { ApiName, ModelService } from '../account/account.js';
import type { Answer } from '../script/answer.js';
import type { Prompt } from '../script/prompt.js';
import type { ServerSentEvent } from '../server-sent-events.js';

export type RequestBody = Readonly<Record<string, unknown>>;

/** One dialect of the gateway: how it reads a request and writes an answer. */
export interface Api {
  readonly name: ApiName;
  /** As the gateway names it in messages: the path below `/ai-gateway/`. */
  readonly type: string;
  /** The first thing that is wrong with a request, in the provider's manner. */
  complaintAbout(body: RequestBody): string | undefined;
  /** What a correct request asks for that the simulation cannot do, to be read after "does not". */
  notSimulated(body: RequestBody): string | undefined;
  /** Only for a body without complaint. */
  promptOf(body: RequestBody): Prompt;
  render(answer: Answer, service: ModelService): object;
  /** Whether a correct request wants its answer as a stream. */
  wantsStream(body: RequestBody): boolean;
  /** The same answer as the events of a stream. */
  renderStream(answer: Answer, service: ModelService, body: RequestBody): Iterable<ServerSentEvent>;
}
