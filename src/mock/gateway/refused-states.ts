import type { ModelService, PlacedService } from '../account/account.js';
import type { Policies } from './gateway.js';
import { proceed, refuse, type Step } from './reply.js';

/** As users have pasted it (databricks/unity-gateway#53); 400 was seen as well. */
export function refuseDisabled({ gatewayDisabled }: Policies): Step<void> {
  if (!gatewayDisabled) return proceed(undefined);
  return refuse(404, 'FEATURE_DISABLED', 'AI Gateway is not available for this workspace.');
}

/** That such a request fails is documented ("Model region availability"); what it is answered with is not. */
export function refuseElsewhere(place: PlacedService): Step<PlacedService> {
  if (place.service.servedElsewhere !== true) return proceed(place);
  return refuse(400, 'BAD_REQUEST', `The model of '${place.fullName}' is not available in this region.`);
}

/** What a policy cannot judge is not let through ("Service policies for AI securables"). */
export function refuseUngoverned({ policy }: Pick<ModelService, 'policy'>): Step<void> {
  if (policy?.effect !== 'fails') return proceed(undefined);
  return refuse(500, 'INTERNAL_ERROR', `The service policy '${policy.name}' could not be evaluated.`);
}

/** A service tries its destinations in order ("Configure traffic splitting and fallbacks"); the last failure is told. */
export function refuseUnavailable({ destinations = ['serves'] }: Pick<ModelService, 'destinations'>): Step<void> {
  if (destinations.includes('serves')) return proceed(undefined);
  return refuse(500, 'INTERNAL_ERROR', 'The model provider failed to answer.');
}
