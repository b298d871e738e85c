import type { Case } from '../case.ts';
import { callSdk } from '../sdk-client.ts';

/** What the suite is told of these types, by type. */
export const outboundCases: Readonly<Record<string, Case>> = {
  outbound_contact_list: {
    create: { columnNames: ['Name', 'Phone'], phoneColumns: [{ columnName: 'Phone', type: 'cell' }] },
  },
  outbound_contact_list_contact: {
    create: { data: { Name: 'Hanna', Phone: '+41445550100' } },
    update: { data: { Name: 'Hanna', Phone: '+41445550101' } },
  },
  outbound_sequence: { create: { status: 'off' } },
  outbound_settings: { update: { maxCallsPerAgent: 12 } },
  outbound_wrapupcodemappings: {
    update: { defaultSet: ['BUSINESS_SUCCESS'] },
    values: async (made) => {
      const code = await made.id('routing_wrapupcode');
      await callSdk('putOutboundWrapupcodemappings', { body: { mapping: { [code]: ['CONTACT_UNCALLABLE'] } } });
      return {};
    },
  },
};
