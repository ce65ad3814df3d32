import type { ApiName, ModelService } from '../account/account.js';
import type { Answer } from '../script/answer.js';
import { complete } from '../script/complete.js';
import type { Prompt } from '../script/prompt.js';
import type { ServerSentEvent } from '../server-sent-events.js';
import type { Api, Rendering, RequestBody, Route } from './api.js';
import { type Denial, declining, denialBy, marked, markedEvents } from './policy-denial.js';
import { redacted } from './redact.js';

/** An API on which a model converses. `Request` is a body without complaint: only what the simulation looks at. */
interface Dialect<Request> {
  readonly complaintAbout: (body: RequestBody, route: Route) => string | undefined;
  readonly notSimulated: (request: Request) => string | undefined;
  readonly promptOf: (request: Request) => Prompt;
  readonly render: (answer: Answer, service: ModelService, request: Request) => object;
  readonly wantsStream: (request: Request, route: Route) => boolean;
  readonly renderStream: (answer: Answer, service: ModelService, request: Request) => Iterable<ServerSentEvent>;
  /** Where a denial by a service policy is not told as the model declines. */
  readonly denial?: {
    readonly render: (denial: Denial) => object;
    readonly renderStream: (denial: Denial) => Iterable<ServerSentEvent>;
  };
}

/** The API of a dialect on one path, unless it reads its paths itself. */
export function conversation<Request>(
  name: ApiName,
  type: string,
  dialect: Dialect<Request>,
  routeOf: Api['routeOf'] = (path, query) => (path === type ? { query } : undefined),
): Api {
  // True for every body without complaint, which is all that is asked about here.
  const asRequest = (body: RequestBody) => body as unknown as Request;
  return {
    name,
    type,
    routeOf,
    complaintAbout: dialect.complaintAbout,
    notSimulated: (body) => dialect.notSimulated(asRequest(body)),
    answer(body, service, route): Rendering {
      const request = asRequest(body);
      const said = complete(dialect.promptOf(request), service.answersInBlocks);
      const denial = denialBy(service.policy, said);
      const stream = dialect.wantsStream(request, route);
      if (denial !== undefined) return denied(dialect, denial, service, request, stream);
      const answer = redacted(said, service.policy);
      return stream
        ? { kind: 'stream', events: dialect.renderStream(answer, service, request) }
        : { kind: 'whole', body: dialect.render(answer, service, request) };
    },
  };
}

function denied<Request>(
  dialect: Dialect<Request>,
  denial: Denial,
  service: ModelService,
  request: Request,
  stream: boolean,
): Rendering {
  const { render, renderStream } = dialect.denial ?? {
    render: () => marked(dialect.render(declining(denial), service, request), denial),
    renderStream: () => markedEvents(dialect.renderStream(declining(denial), service, request), denial),
  };
  return stream ? { kind: 'stream', events: renderStream(denial) } : { kind: 'whole', body: render(denial) };
}
