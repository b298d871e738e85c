import type { PolicyCheck } from '../../policy-check.ts';
import { grantWidened } from './grant-widened.ts';
import { insecureUrl } from './insecure-url.ts';
import { oauthAllDivisions } from './oauth-all-divisions.ts';
import { oauthWildcardRole } from './oauth-wildcard-role.ts';
import { permissionWildcard } from './permission-wildcard.ts';
import { plainSecret } from './plain-secret.ts';
import { roleWidened } from './role-widened.ts';

/** Checks of secrets and access, by code. */
export const securityChecks: readonly PolicyCheck[] = [
  plainSecret,
  insecureUrl,
  permissionWildcard,
  roleWidened,
  grantWidened,
  oauthWildcardRole,
  oauthAllDivisions,
];
