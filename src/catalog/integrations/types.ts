import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { integration } from './integration.ts';
import { integrationAction } from './integration-action.ts';

/** The types of this area. */
export const integrationsTypes: readonly ResourceDescriptor[] = [integration, integrationAction];
