import { textOf } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { outboundType } from '../outbound-type.ts';
import { entriesOf, forgetEntries } from './entries.ts';

/** Do-not-contact lists. The source and the way of contact stay; entries are kept for internal lists only. */
export const dncListType = outboundType('outbound_dnclist', {
  label: 'DNC list',
  defaults: () => ({ contactMethod: 'Phone', dncCodes: [] }),
  expandable: ['size', 'importStatus'],
  filter: (query) => {
    const source = query.get('dncSourceType');
    return source ? (list) => list['dncSourceType'] === source : undefined;
  },
  hooks: {
    check: (_context, list) => {
      const wanted = { 'dnc.com': 'licenseId', gryphon: 'licenseId' }[textOf(list, 'dncSourceType')];
      if (wanted === undefined || textOf(list, wanted) !== '') return;
      const details = [{ errorCode: 'missing.required.value', fieldName: wanted }];
      throw badRequest(`A list of that source needs ${wanted}.`, 'missing.required.value', { details });
    },
    present: (organisation, { id }, expand) => ({
      ...(expand.includes('size') ? { size: entriesOf(organisation, id).length } : {}),
      ...(expand.includes('importStatus')
        ? { importStatus: { totalRecords: 0, completedRecords: 0, percentComplete: 0 } }
        : {}),
    }),
    stored: (context, after, before) => {
      if (!after && before) forgetEntries(context.organisation, before.id);
    },
  },
});
