import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { organizationAuthenticationSettings } from './organization-authentication-settings.ts';
import { orgauthorizationPairing } from './orgauthorization-pairing.ts';

/** The types of this area. */
export const organizationTypes: readonly ResourceDescriptor[] = [
  organizationAuthenticationSettings,
  orgauthorizationPairing,
];
