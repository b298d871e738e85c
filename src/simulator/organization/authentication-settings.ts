import { singleRoutes } from '../described/single-type.ts';
import type { Route } from '../feature.ts';

const audit = { service: 'PeoplePermissions', entityType: 'AuthOrganization' };

/** How people sign in, and after how long an idle token ends; the two have endpoints of their own. */
export const authenticationSettingsRoutes: readonly Route[] = [
  ...singleRoutes({
    name: 'organization_authentication_settings',
    audit,
    defaults: () => ({
      multifactorAuthenticationRequired: false,
      domainAllowlistEnabled: false,
      domainAllowlist: [],
      ipAddressAllowlist: [],
      passwordRequirements: passwordRequirements,
      inactivityTimeoutExclusions: [],
      universalLogout: false,
      tokenStorageLocation: 'persistent',
    }),
  }),
  ...singleRoutes({
    name: 'idle_token_timeout',
    operations: { get: 'getTokensTimeout', update: 'putTokensTimeout' },
    audit,
    defaults: () => ({ enableIdleTokenTimeout: false, idleTokenTimeoutSeconds: 28_800 }),
  }),
];

const passwordRequirements = {
  minimumLength: 8,
  minimumDigits: 1,
  minimumLetters: 1,
  minimumUpper: 0,
  minimumLower: 0,
  minimumSpecials: 1,
  minimumAgeSeconds: 0,
  expirationDays: 0,
};
