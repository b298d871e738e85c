import type { ApiRules, PermissionRule, ReferenceRule } from '../../core/resource/index.ts';
import { crudApi, objectReferences } from '../describe/index.ts';

/** Where all of messaging lies in the public API. */
export const messagingPath = '/api/v2/conversations/messaging';

/** The fields that a change of any messaging integration may name. */
export const integrationFields: readonly string[] = ['name', 'supportedContent', 'messagingSetting'];

/** What any messaging integration refers to. */
export const integrationReferences: readonly ReferenceRule[] = objectReferences({
  supportedContent: 'conversations_messaging_supportedcontent',
  messagingSetting: 'conversations_messaging_settings',
});

/** Rules of an integration that is connected by hand: it can be read, changed by exactly these fields, and deleted. */
export function connectedByHand(channel: string, changeable: readonly string[] = integrationFields): ApiRules {
  const path = `${messagingPath}/integrations/${channel}`;
  return crudApi({
    path,
    pageSize: 100,
    create: 'none',
    update: { method: 'PATCH', only: changeable },
  });
}

/** What changing and deleting an integration needs where it is connected by hand. */
export const integrationPermissions: PermissionRule = {
  view: ['messaging:integration:view'],
  add: [],
  edit: ['messaging:integration:edit'],
  delete: ['messaging:integration:delete'],
};
