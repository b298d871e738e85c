import { builtInChecks } from './built-in-checks.ts';
import type { PolicySettings } from './policy-settings.ts';

/** Settings that turn every check off which can be, for plans that nobody decides on. */
export function noChecks(reason: string): PolicySettings {
  return {
    checks: Object.fromEntries(builtInChecks.map(({ code }) => [code, { severity: 'off', reason }])),
    waivers: [],
    policies: [],
  };
}
