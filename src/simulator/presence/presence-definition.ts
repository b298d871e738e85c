import { describedType } from '../described/described-type.ts';
import { describedRoute } from '../described/described-route.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { shownTo } from '../entity/routes.ts';
import { pageOf } from '../entity/listing.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import { createEntity, storeEntity, updateEntity } from '../entity/write.ts';
import { stampsFor } from '../entity/stamps.ts';
import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import { isObject, textOf, type Entity } from '../kernel/values.ts';
import { permissionsFor } from '../model/description.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest } from '../wire/platform-error.ts';

/** Presence definitions. They are deactivated in place of deleted; their system presence is fixed. */
const presenceType: EntityType = describedType('organization_presence_definition', {
  label: 'presence definition',
  audit: { service: 'Presence', entityType: 'PresenceDefinition' },
  without: ['delete'],
  defaults: () => ({ type: 'User', deactivated: false, divisionId: '*' }),
  hooks: {
    check: (_context, definition, before) => {
      if (!before || before['systemPresence'] === definition['systemPresence']) return;
      const details = [{ errorCode: 'invalid.update', fieldName: 'systemPresence' }];
      throw badRequest('The system presence of a definition cannot change.', 'invalid.update', { details });
    },
    present: (_organisation, definition) => ({ name: nameOf(definition) }),
  },
});

const listing = presenceType.list;

/** As `presenceType`, with the filters of its list: those in use unless `deactivated` says otherwise. */
export const listedPresenceType: EntityType = {
  ...presenceType,
  ...(listing ? { list: { ...listing, filter: (query) => (definition) => isWanted(query, definition) } } : {}),
};

/** Deactivation, system presences, and the older operations on the same definitions. */
export const presenceRoutes: readonly Route[] = [
  describedRoute('deletePresenceDefinition0', (context) => deactivate(context, context.params['definitionId'] ?? '')),
  describedRoute('getSystempresences', () => ({
    status: 200,
    body: systemPresences.map((name) => ({ id: name, name })),
  })),
  describedRoute('getPresencedefinitions', listOld),
  describedRoute('getPresencedefinition', (context) => {
    const definition = readableEntity(context, oldType, context.params['presenceId'] ?? '');
    return { status: 200, body: shownTo(context, oldType, definition) };
  }),
  describedRoute('postPresencedefinitions', (context) => ({
    status: 200,
    body: shownTo(context, oldType, createEntity(context, oldType, context.body)),
  })),
  describedRoute('putPresencedefinition', (context) => ({
    status: 200,
    body: shownTo(context, oldType, updateEntity(context, oldType, context.params['presenceId'] ?? '', context.body)),
  })),
  describedRoute('deletePresencedefinition', (context) => deactivate(context, context.params['presenceId'] ?? '')),
];

const systemPresences = [
  'AVAILABLE',
  'AWAY',
  'BUSY',
  'OFFLINE',
  'IDLE',
  'ON_QUEUE',
  'MEAL',
  'TRAINING',
  'MEETING',
  'BREAK',
] as const;

const oldType: EntityType = {
  ...presenceType,
  path: '/api/v2/presencedefinitions',
  idParameter: 'presenceId',
  model: 'OrganizationPresence',
  create: { permissions: permissionsFor('postPresencedefinitions'), model: 'OrganizationPresence' },
  update: { method: 'PUT', permissions: permissionsFor('putPresencedefinition'), model: 'OrganizationPresence' },
  hooks: {
    ...presenceType.hooks,
    accept: (_context, { languageLabels, systemPresence, deactivated, name }) => ({
      languageLabels,
      systemPresence,
      deactivated,
      name,
    }),
  },
};

function isWanted(query: URLSearchParams, definition: Entity): boolean {
  const deactivated = query.get('deactivated')?.toLowerCase() ?? 'false';
  const division = query.get('divisionId');
  const isOfDivision = !division || ['*', division].includes(textOf(definition, 'divisionId'));
  return isOfDivision && (deactivated === 'any' || String(definition['deactivated'] === true) === deactivated);
}

function deactivate(context: Context, id: string): Reply {
  const before = writableEntity(context, presenceType, id, permissionsFor('deletePresenceDefinition0'));
  const entity = { ...before, ...stampsFor(context, presenceType, before), id, deactivated: true };
  storeEntity(context, presenceType, { entity, before });
  return { status: 204 };
}

function listOld(context: Context): Reply {
  const isDeletedToo = context.query.get('deleted')?.toLowerCase() === 'true';
  const found = context.organisation
    .collection(presenceType.name)
    .shownAll()
    .filter((definition) => isDeletedToo || definition['deactivated'] !== true);
  const present = (definition: Entity): object => shownTo(context, oldType, definition);
  return { status: 200, body: pageOf(context, found, { maxPageSize: 200, present }) };
}

function nameOf(definition: Entity): string {
  const labels = isObject(definition['languageLabels']) ? definition['languageLabels'] : {};
  const [first] = Object.keys(labels);
  return textOf(definition, 'name') || textOf(labels, 'en_US') || textOf(labels, first ?? '');
}
