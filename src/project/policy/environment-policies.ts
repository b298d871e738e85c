import type * as z from 'zod';
import type { CheckSetting, ParameterValue, PolicySettings } from '../../core/policy/index.ts';
import type { policySettingsSchema } from '../schema/policy-settings-schema.ts';
import type { LoadedPolicy } from './load-policy.ts';

/** What a file says under `policies:`. */
export type PolicyBlock = z.output<typeof policySettingsSchema>;

/** What the files of a project set. */
export interface PolicyBlocks {
  readonly project: PolicyBlock | undefined;
  /** Of the environment. */
  readonly own: PolicyBlock | undefined;
  /** What every change must say of itself (`changes.require`). */
  readonly requiredMetadata: readonly string[];
}

/**
 * Everything that an environment sets about checks and policies: its own settings before those of the project, all
 * waivers, and the policies that are for it. Undefined when nothing is set, so that nothing is in its digest.
 */
export function environmentPolicies(
  environment: string,
  blocks: PolicyBlocks,
  policies: readonly LoadedPolicy[],
): PolicySettings | undefined {
  const set = Object.entries({ ...blocks.project?.checks, ...blocks.own?.checks }).flatMap(([code, setting]) =>
    setting === undefined ? [] : [[code, toSetting(setting)] as const],
  );
  const checks = { ...metadataCheck(blocks), ...Object.fromEntries(set) };
  const waivers = [...(blocks.own?.waivers ?? []), ...(blocks.project?.waivers ?? [])];
  const applying = policies.filter(({ environments }) => environments?.includes(environment) !== false);
  if (Object.keys(checks).length === 0 && waivers.length === 0 && applying.length === 0) return undefined;
  return { checks, waivers, policies: applying.map(({ policy }) => policy) };
}

/** In files parameters stand beside severity and reason. */
function toSetting({ severity, reason, ...values }: NonNullable<PolicyBlock['checks'][string]>): CheckSetting {
  const parameters = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(reason === undefined ? {} : { reason }),
    ...(parameters.length === 0
      ? {}
      : { parameters: Object.fromEntries(parameters) as Record<string, ParameterValue> }),
  };
}

/** A project that asks less of changes asks less of the check of their metadata; by default both ask for everything. */
function metadataCheck({ requiredMetadata: required }: PolicyBlocks): PolicySettings['checks'] {
  return ['owner', 'reason', 'workItem'].every((field) => required.includes(field))
    ? {}
    : { SB1101: { parameters: { required } } };
}
