import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { textOf, type JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';

/** Kinds of records that no type declares, and actions beside creating, changing and deleting: `service/entity/action`. */
const furtherKinds = [
  'Architect/PromptResource/Create,Update,Delete',
  'Architect/Flow/Checkin,Checkout,Publish,Unlock,Deactivate,Revert',
  'ContactCenter/Queue/MemberAdd,MemberRemove,MemberUpdate',
  'ContactCenter/MaxOrgRoutingUtilizationCapacity/Update',
  'ContactCenter/UserUtilization/Update',
  'Datatables/Row/Create,Update,Delete',
  'Directory/Organization/Update',
  'Integrations/Action/Publish',
  'Integrations/ActionDraft/Create,Update,Delete',
  'PeoplePermissions/AuthOrganization/Update',
  'PeoplePermissions/AuthUser/Update',
  'PeoplePermissions/DirectoryGroup/Update',
  'Outbound/ContactList/ContactsDelete',
  'Quality/EvaluationForm/Publish',
  'Quality/SurveyForm/Publish',
  'AIStudio/GuideVersion/Create,Update,Publish',
  'BusinessRules/DecisionTable/Publish',
  'CaseManagement/Stageplan/Update',
  'CaseManagement/Stepplan/Update',
  'JourneyAnalytics/JourneyViewSchedule/Create,Update,Delete',
  'Knowledge/KnowledgeDocument/Publish',
  'Learning/Rule/Update',
  'SpeechAndTextAnalytics/Topic/Publish',
  'WebDeployments/Configuration/Publish',
  'Voicemail/VoicemailGroupPolicy/Update',
  'Voicemail/VoicemailUserPolicy/Update',
];

/** Services of the platform that may be asked for, whether or not the simulator has their types. */
const otherServices = [
  'Architect',
  'BusinessRules',
  'ContactCenter',
  'Datatables',
  'Directory',
  'Groups',
  'Integrations',
  'Knowledge',
  'Outbound',
  'PeoplePermissions',
  'Quality',
  'ResponseManagement',
  'Routing',
  'Scripter',
  'TaskManagement',
  'Telephony',
  'Triggers',
  'WebDeployments',
];

/** Actions by entity type by service. */
type Mapping = Map<string, Map<string, Set<string>>>;

/** Which services have audits, for which entity types and actions: what the simulator records. */
export function serviceMapping(context: Context): Reply {
  const services = [...mappingOf(context)].map(([name, entities]): JsonObject => ({
    name,
    entities: [...entities].map(([entity, actions]) => ({ name: entity, actions: [...actions] })),
  }));
  return { status: 200, body: { services } };
}

/** The service names that a query may have. */
export function knownServices(context: Context): readonly string[] {
  const services = [...context.world.types.values()].map((type) => type.audit.service);
  return [...new Set([...otherServices, ...services, ...furtherKinds.map((kind) => kind.split('/')[0] ?? '')])];
}

function mappingOf(context: Context): Mapping {
  const mapping: Mapping = new Map();
  for (const type of context.world.types.values()) {
    add(mapping, type.audit.service, type.audit.entityType, actionsOf(type));
  }
  for (const kind of furtherKinds) {
    const [service = '', entity = '', actions = ''] = kind.split('/');
    add(mapping, service, entity, actions.split(','));
  }
  for (const { message } of context.organisation.audits.all()) {
    add(mapping, textOf(message, 'serviceName'), textOf(message, 'entityType'), [textOf(message, 'action')]);
  }
  return mapping;
}

function actionsOf(type: EntityType): readonly string[] {
  return ['Create', 'Update', 'Delete', ...(type.softDelete ? ['Restore'] : [])];
}

function add(mapping: Mapping, service: string, entity: string, actions: readonly string[]): void {
  const entities = mapping.get(service) ?? new Map<string, Set<string>>();
  mapping.set(service, entities.set(entity, new Set([...(entities.get(entity) ?? []), ...actions])));
}
