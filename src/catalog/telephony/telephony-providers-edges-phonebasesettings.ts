import { describeType, inDivision } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Settings that phones of one kind share, without their lines: phones name those by id. */
export const telephonyProvidersEdgesPhonebasesettings = describeType({
  type: 'telephony_providers_edges_phonebasesettings',
  area: 'telephony',
  noun: 'phone base settings',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['name'],
  fields: ['name', 'division', 'description', 'phoneMetaBase', 'properties', 'capabilities'],
  readOnly: ['phoneMetaBase.name', 'phoneMetaBase.selfUri'],
  createOnly: ['phoneMetaBase'],
  freeForm: ['properties'],
  required: ['name', 'phoneMetaBase'],
  lists: { 'capabilities.mediaCodecs': { kind: 'ordered' } },
  references: inDivision,
  versioned: true,
  api: edgesApi('phonebasesettings', { create: 'none' }),
  limits: { create: 'base settings are made together with lines of their own; set them up in the administration' },
  knownLimits: [
    'Lines are left as they are: phones name them by id, so they must not be made anew.',
    'Look at `properties` before you share an export: some devices keep passwords there.',
  ],
  permissions: { ...telephonyPermissions, add: [] },
  audit: { service: 'Telephony', entityType: 'PhoneBase' },
  effect: 'in-progress',
});
