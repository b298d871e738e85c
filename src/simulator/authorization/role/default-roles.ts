import { parsePermission } from '../../access/permission.ts';
import { rolesCollection } from '../../access/grants.ts';
import { uuidFrom } from '../../kernel/ids.ts';
import type { Entity, JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

/** A role that every organisation is born with. */
type DefaultRole = {
  readonly name: string;
  readonly description: string;
  /** `domain:entity:action,action`; `*` in any place is everything. */
  readonly policies: readonly string[];
};

const everyConfiguration = [
  'architect',
  'authorization',
  'billing',
  'datatables',
  'directory',
  'groups',
  'integrations',
  'oauth',
  'outbound',
  'processautomation',
  'quality',
  'recording',
  'responses',
  'routing',
  'scripter',
  'telephony',
  'webdeployments',
].map((domain) => `${domain}:*:*`);

/** By the id that stands for the role in every organisation (`defaultRoleId`). */
const defaultRoles: Readonly<Record<string, DefaultRole>> = {
  admin: {
    name: 'admin',
    description: 'Administers the organisation, its people and its configuration.',
    policies: [...everyConfiguration, 'audits:audit:view', 'analytics:*:view', 'usage:*:view', 'dependencies:*:*'],
  },
  masterAdmin: { name: 'Master Admin', description: 'Every permission that there is.', policies: ['*:*:*'] },
  employee: {
    name: 'employee',
    description: 'What everybody in the organisation may do.',
    policies: ['directory:userProfile:view', 'chat:chat:access', 'documents:document:view', 'ui:supervisor:access'],
  },
  supervisor: {
    name: 'supervisor',
    description: 'Watches queues and agents and looks after their work.',
    policies: [
      'routing:queue:view,search,join',
      'routing:queueMember:manage,view',
      'routing:wrapupCode:view',
      'routing:skill:assign,view',
      'analytics:conversationDetail:view',
      'analytics:queueObservation:view',
      'conversation:communication:view,transfer,disconnect',
      'recording:recording:view',
    ],
  },
  user: {
    name: 'user',
    description: 'Handles interactions.',
    policies: [
      'conversation:communication:view,transfer,disconnect,park',
      'routing:queue:join,view',
      'routing:wrapupCode:view',
      'scripter:publishedScript:view',
      'responses:response:view',
    ],
  },
  trustedUser: {
    name: 'Trusted External User',
    description: 'What people of a trusted organisation may do in this one.',
    policies: ['directory:userProfile:view'],
  },
  qualityAdministrator: {
    name: 'Quality Administrator',
    description: 'Keeps evaluation forms, policies and calibrations.',
    policies: ['quality:*:*', 'recording:*:*', 'routing:queue:view'],
  },
  qualityEvaluator: {
    name: 'Quality Evaluator',
    description: 'Evaluates interactions.',
    policies: ['quality:evaluation:view,edit,editScore,release', 'recording:recording:view'],
  },
  outboundAdmin: {
    name: 'Outbound Admin',
    description: 'Keeps campaigns and their lists.',
    policies: ['outbound:*:*', 'routing:queue:view', 'scripter:script:view'],
  },
  outboundAgent: {
    name: 'Outbound Agent',
    description: 'Handles calls of campaigns.',
    policies: ['outbound:contact:view,edit', 'conversation:communication:view,disconnect'],
  },
  scriptDesigner: { name: 'Script Designer', description: 'Writes scripts.', policies: ['scripter:*:*'] },
  telephonyAdmin: {
    name: 'Telephony Admin',
    description: 'Keeps sites, trunks, phones and stations.',
    policies: ['telephony:*:*', 'directory:user:view'],
  },
  communicateUser: {
    name: 'Communicate - User',
    description: 'Makes and takes calls.',
    policies: ['conversation:call:add,accept,transfer,disconnect', 'voicemail:voicemail:view'],
  },
};

/** Every built-in role as a new organisation has it; ids depend on the organisation only. */
export function defaultRoleEntities(organisation: Organisation): readonly Entity[] {
  return Object.entries(defaultRoles).map(([defaultRoleId, role]) => ({
    ...pristine(defaultRoleId, role),
    id: uuidFrom(`${organisation.id}/default-role/${defaultRoleId}`),
  }));
}

/** The built-in role as it was made, for a role of the organisation, its id or a `defaultRoleId`; undefined for others. */
export function pristineRole(organisation: Organisation, idOrDefaultId: string): JsonObject | undefined {
  const live = organisation.collection(rolesCollection).current(idOrDefaultId);
  const key = live ? live['defaultRoleId'] : idOrDefaultId;
  const role = typeof key === 'string' && Object.hasOwn(defaultRoles, key) ? defaultRoles[key] : undefined;
  return typeof key === 'string' && role ? pristine(key, role) : undefined;
}

function pristine(defaultRoleId: string, role: DefaultRole): JsonObject {
  return {
    name: role.name,
    description: role.description,
    defaultRoleId,
    permissions: [],
    permissionPolicies: role.policies.map(policy),
    default: true,
    base: defaultRoleId === 'employee',
    roleNeedsUpdate: false,
  };
}

function policy(text: string): JsonObject {
  const { domain, entityName, action } = parsePermission(text);
  const actionSet = action.split(',');
  return { domain, entityName, policyName: '', policyDescription: '', actionSet, allowConditions: false };
}
