import type { Feature } from '../feature.ts';
import { actionRoutes } from './action-routes.ts';
import { actionType } from './action.ts';
import { credentialRoutes, credentialType } from './credential.ts';
import { draftRoutes } from './draft-routes.ts';
import { functionRoutes } from './function/function-routes.ts';
import { archiveTimer, endArchive, functionUploadRoute } from './function/function-upload.ts';
import { integrationRoutes } from './integration-routes.ts';
import { endStateChange, stateTimer } from './integration-state.ts';
import { integrationTypeRoutes } from './integration-types.ts';
import { integrationType } from './integration.ts';

/** Integrations with their settings and credentials, and data actions with their drafts and functions. */
export const integrationsFeature: Feature = {
  name: 'integrations',
  types: [integrationType, credentialType, actionType],
  routes: [
    ...integrationRoutes,
    ...integrationTypeRoutes,
    ...credentialRoutes,
    ...actionRoutes,
    ...draftRoutes,
    ...functionRoutes,
  ],
  openRoutes: [functionUploadRoute],
  timers: { [stateTimer]: endStateChange, [archiveTimer]: endArchive },
};
