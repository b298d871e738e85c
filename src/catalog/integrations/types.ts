import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { integration } from './integration.ts';
import { integrationAction } from './integration-action.ts';
import { integrationActionDraft } from './integration-action-draft.ts';
import { integrationCredential } from './integration-credential.ts';
import { integrationCustomAuthAction } from './integration-custom-auth-action.ts';

/** The types of this area. */
export const integrationsTypes: readonly ResourceDescriptor[] = [
  integration,
  integrationAction,
  integrationActionDraft,
  integrationCredential,
  integrationCustomAuthAction,
];
