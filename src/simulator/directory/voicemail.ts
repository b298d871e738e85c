import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { recordAudit } from '../entity/audit.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { PermissionRule } from '../access/permission.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import { propertyChanges } from '../state/audit-trail.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { groupType } from './group.ts';
import { userType } from './user.ts';

type Owner = {
  readonly type: EntityType;
  readonly path: string;
  readonly model: string;
  readonly view: PermissionRule;
  readonly edit: PermissionRule;
  readonly defaults: JsonObject;
  /** What the answer says about the owner. */
  readonly present: (owner: Entity) => JsonObject;
};

const ofUsers: Owner = {
  type: userType,
  path: '/api/v2/voicemail/userpolicies/{ownerId}',
  model: 'VoicemailUserPolicy',
  view: { any: ['telephony:plugin:all', 'voicemail:userPolicy:viewOther'] },
  edit: { any: ['telephony:plugin:all', 'voicemail:userPolicy:viewOther'] },
  defaults: { enabled: false, alertTimeoutSeconds: 20, sendEmailNotifications: true },
  present: () => ({}),
};

const ofGroups: Owner = {
  type: groupType,
  path: '/api/v2/voicemail/groups/{ownerId}/policy',
  model: 'VoicemailGroupPolicy',
  view: { any: ['voicemail:groupPolicy:view'] },
  edit: { any: ['voicemail:groupPolicy:edit'] },
  defaults: {
    enabled: false,
    sendEmailNotifications: true,
    disableEmailPii: false,
    includeEmailTranscriptions: false,
    rotateCallsSecs: 20,
    stopRingingAfterRotations: 2,
    groupAlertType: 'RANDOM',
  },
  present: (group) => ({ name: textOf(group, 'name'), group: { id: group.id, selfUri: `/api/v2/groups/${group.id}` } }),
};

/** Voicemail policies of users and groups: every user and group has one, a PATCH changes the properties given. */
export const voicemailRoutes: readonly Route[] = [...routesOf(ofUsers), ...routesOf(ofGroups)];

function routesOf(kind: Owner): readonly Route[] {
  const ownerId = (context: Context): string => context.params['ownerId'] ?? '';
  return [
    {
      method: 'GET',
      path: kind.path,
      permissions: kind.view,
      handle: (context) => {
        const owner = readableEntity(context, kind.type, ownerId(context));
        if (owner['state'] === 'deleted') throw notFound(kind.type.label, owner.id);
        return shown(context, kind, owner);
      },
    },
    {
      method: 'PATCH',
      path: kind.path,
      permissions: kind.edit,
      handle: (context) => change(context, kind, writableEntity(context, kind.type, ownerId(context), kind.edit)),
    },
  ];
}

function change(context: Context, kind: Owner, owner: Entity): Reply {
  if (owner['state'] === 'deleted') throw notFound(kind.type.label, owner.id);
  const { pin: _pin, ...own } = checkBody(context.body, kind.model);
  const policies = policiesOf(context, kind);
  const modifiedDate = isoDate(context.now);
  const before: Entity = policies.current(owner.id) ?? { ...kind.defaults, id: owner.id };
  const after: Entity = { ...before, ...own, modifiedDate };
  policies.put(after);
  const changes = propertyChanges(before, { ...before, ...own });
  const entity = { id: owner.id, name: textOf(owner, 'name') };
  recordAudit(context, { service: 'Voicemail', entityType: kind.model, action: 'Update', entity, changes });
  return shown(context, kind, owner);
}

function shown(context: Context, kind: Owner, owner: Entity): Reply {
  const { id: _id, ...policy }: JsonObject = policiesOf(context, kind).current(owner.id) ?? {};
  return { status: 200, body: { ...kind.defaults, ...policy, ...kind.present(owner) } };
}

function policiesOf(context: Context, kind: Owner): ReturnType<Context['organisation']['ledger']> {
  return context.organisation.ledger(`${kind.type.name}.voicemail`);
}
