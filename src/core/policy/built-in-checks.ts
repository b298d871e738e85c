import { architectChecks } from './checks/architect/architect-checks.ts';
import { changeChecks } from './checks/change/change-checks.ts';
import { environmentChecks } from './checks/environment/environment-checks.ts';
import { routingChecks } from './checks/routing/routing-checks.ts';
import { securityChecks } from './checks/security/security-checks.ts';
import type { PolicyCheck } from './policy-check.ts';

/** All built-in checks that look at a finished plan, by code. */
export const builtInChecks: readonly PolicyCheck[] = [
  ...changeChecks,
  ...environmentChecks,
  ...securityChecks,
  ...routingChecks,
  ...architectChecks,
];
