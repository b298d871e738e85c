import { crudApi, describeType, permissionsOf } from '../../describe/index.ts';

/** How files of contacts are cut into columns when they are uploaded. */
export const outboundFilespecificationtemplate = describeType({
  type: 'outbound_filespecificationtemplate',
  area: 'outbound',
  noun: 'file specification template',
  level: 'B',
  key: ['name'],
  fields: [
    'name',
    'description',
    'format',
    'numberOfHeadingLinesSkipped',
    'numberOfTrailingLinesSkipped',
    'header',
    'delimiter',
    'delimiterValue',
    'columnInformation',
    'preprocessingRules',
  ],
  required: ['name', 'format'],
  lists: { columnInformation: { kind: 'ordered' }, preprocessingRules: { kind: 'ordered' } },
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/filespecificationtemplates', pageSize: 100 }),
  permissions: permissionsOf('outbound:fileSpecificationTemplate'),
  audit: { service: 'Outbound', entityType: 'FileSpecificationTemplate' },
});
