import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { organizationPresenceDefinition } from './organization-presence-definition.ts';

/** The types of this area. */
export const presenceTypes: readonly ResourceDescriptor[] = [organizationPresenceDefinition];
