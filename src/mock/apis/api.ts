import type { ApiName, ModelService } from '../account/account.js';
import type { ServerSentEvent } from '../server-sent-events.js';

export type RequestBody = Readonly<Record<string, unknown>>;

/** What the path of a request says beyond the API that it is on. */
export interface Route {
  /** The model, on APIs that name it in the path and not in the body. */
  readonly model?: string;
  /** What follows the model in the path, such as `streamGenerateContent`. */
  readonly method?: string;
  /** The query, without its question mark. */
  readonly query: string;
}

/** One dialect of the gateway: how it reads a request and writes an answer. */
export interface Api {
  readonly name: ApiName;
  /** As the gateway names it in messages; on most APIs the path below `/ai-gateway/`. */
  readonly type: string;
  /** Reads a path below `/ai-gateway/`; undefined when it is not one of this API. */
  routeOf(path: string, query: string): Route | undefined;
  /** The first thing that is wrong with a request, in the provider's manner. */
  complaintAbout(body: RequestBody, route: Route): string | undefined;
  /** What a correct request asks for that the simulation cannot do, to be read after "does not". */
  notSimulated(body: RequestBody): string | undefined;
  /** Lets the model answer a request without complaint. */
  answer(body: RequestBody, service: ModelService, route: Route): Rendering;
}

/** An answer in an API's dialect. Events are made as they are asked for. */
export type Rendering =
  | { readonly kind: 'whole'; readonly body: object }
  | { readonly kind: 'stream'; readonly events: Iterable<ServerSentEvent> };
