import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { isObject, type Entity, type JsonObject } from '../kernel/values.ts';
import { changedSettings, newSettings } from './unit-settings.ts';

/**
 * Business units. Their settings have a version of their own and are shown only when `expand` names them, or a part of
 * them.
 */
export const businessUnitType = describedType('workforcemanagement_businessunits', {
  label: 'business unit',
  audit: { service: 'WorkforceManagement' },
  uniqueName: { status: 409, code: 'general.conflict' },
  hooks: {
    accept: acceptUnit,
    present: (_organisation, unit, expand) => ({
      authorized: true,
      ...(expand.some((name) => name.split('.')[0] === 'settings') ? { settings: unit['$settings'] } : {}),
    }),
  },
});

function acceptUnit(context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const { settings, ...form } = body;
  if (!isObject(settings)) return form;
  const known = before?.['$settings'];
  if (!isObject(known)) return { ...form, $settings: newSettings(context, settings) };
  return { ...form, $settings: changedSettings(context, settings, known) };
}
