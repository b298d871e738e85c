import * as z from 'zod';
import { knownChecks, type CheckParameter } from '../../core/policy/index.ts';
import { someText, strictObject } from './strict-object.ts';

const severity = z.enum(['error', 'warning', 'info', 'off']);
const reason = someText.optional().describe('why; must be given with severity: off');

/** How one check is set: severity, reason, and its own parameters beside them. */
function checkSetting(parameters: Readonly<Record<string, CheckParameter>>) {
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameterSchema(parameter).optional()]),
  );
  return strictObject({ severity: severity.optional(), reason, ...values }).refine(
    (setting) => setting['severity'] !== 'off' || setting['reason'] !== undefined,
    { error: 'Give a reason for turning it off.' },
  );
}

function parameterSchema({ default: value, meaning, least, most }: CheckParameter): z.ZodType {
  if (typeof value === 'string') return z.string().describe(`${meaning}; ${value} by default`);
  if (typeof value !== 'number') return z.array(someText).describe(`${meaning}; none by default`);
  let schema = z.number();
  if (least !== undefined) schema = schema.min(least);
  if (most !== undefined) schema = schema.max(most);
  return schema.describe(`${meaning}; ${value} by default`);
}

const adjustable = knownChecks.filter(({ plannedBy }) => plannedBy === undefined);

/** `policies:` of `signalbox.yaml` and of an environment: how checks and rules are taken, and what is waived. */
export const policySettingsSchema = strictObject({
  checks: z
    .object(Object.fromEntries(adjustable.map(({ code, parameters }) => [code, checkSetting(parameters).optional()])))
    .catchall(checkSetting({}))
    .default({})
    .describe('by code of a check, or POLICY/<policy>/<rule>'),
  waivers: z
    .array(
      strictObject({
        check: someText.describe('code of a check, or POLICY/<policy>/<rule>'),
        address: someText.optional().describe('glob over the address; without it all findings of the check'),
        reason: someText,
        until: z.iso.date('Give a day such as 2026-12-31.').describe('the last day on which it counts'),
      }),
    )
    .default([])
    .describe('findings that are accepted for a while'),
});
