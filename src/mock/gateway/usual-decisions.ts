import { missingPrivileges } from '../account/privileges.js';
import { resolveName } from '../account/resolve-name.js';
import { authenticate } from './authenticate.js';
import { findApi } from './find-api.js';
import type { Decisions } from './gateway.js';
import { identifyWorkspace } from './identify-workspace.js';

export const usualDecisions: Decisions = {
  authenticate,
  identifyWorkspace,
  findApi,
  resolveName,
  missingPrivileges,
  serves: ({ apis }, api) => apis.includes(api),
  complaintAbout: (api, body, route) => api.complaintAbout(body, route),
  forwarded: (body) => body,
};
