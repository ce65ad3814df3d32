import type { Fault } from './fault.js';
import { askingFor } from './making/accounts.js';
import { replace } from './making/edit.js';
import { answers, errorOf, respond } from './making/responses.js';
import { believeServices } from './making/services.js';

const fallingBack = askingFor('main.llm.falls-back');

export const destinationFaults: readonly Fault[] = [
  {
    id: 'destinations.no-fallback',
    sentence: 'Only the first destination of a model service is tried.',
    breaks: ['DEST-01'],
    deviate: believeServices((service) =>
      service.destinations === undefined ? service : { ...service, destinations: service.destinations.slice(0, 1) },
    ),
  },
  {
    id: 'destinations.several-are-refused',
    sentence: 'A model service with several destinations refuses every request.',
    breaks: ['DEST-01'],
    seen: 'databricks/unity-gateway#60',
    deviate: respond(fallingBack, () => errorOf(400, 'BAD_REQUEST', 'The API types of the destinations differ.')),
  },
  {
    id: 'destinations.fallback-says-nothing',
    sentence: 'The answer of a fallback destination arrives without its text.',
    breaks: ['DEST-01'],
    deviate: answers(fallingBack, replace('$.choices[*].message.content', '')),
  },
];
