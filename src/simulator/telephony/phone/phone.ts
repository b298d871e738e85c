import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import { refId, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { notFound } from '../../wire/platform-error.ts';
import { edgeType } from '../edge-type.ts';
import { acceptLines, linesOf, type Line } from './lines.ts';
import { phoneBaseSettingsType } from './phone-base-settings.ts';

const root = '/api/v2/telephony/providers/edges';

/** Phones with their lines. What a phone takes from its base settings is filled in. */
export const phoneType = edgeType('telephony_providers_edges_phone', {
  label: 'phone',
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ properties: {} }),
  hooks: {
    accept: (context, body, before) => acceptLines(context, { ...fromBase(context, body), ...body }, before),
    present: (_organisation, phone) => ({ lines: linesOf(phone).map((line) => shownLine(phone, line)) }),
  },
});

/** Lines of phones, and templates for phones and lines. */
export const phoneRoutes: readonly Route[] = [
  describedRoute('getTelephonyProvidersEdgesLines', (context) => ({
    status: 200,
    body: pageOf(context, linesOfPhones(context), { maxPageSize: 100, present: (line) => line }),
  })),
  describedRoute('getTelephonyProvidersEdgesLine', (context) => {
    const id = context.params['lineId'] ?? '';
    const found = linesOfPhones(context).find((line) => line['id'] === id);
    if (!found) throw notFound('line', id);
    return { status: 200, body: found };
  }),
  describedRoute('getTelephonyProvidersEdgesPhonesTemplate', (context) => {
    const settings = baseNamed(context, context.query.get('phoneBaseSettingsId') ?? '');
    const lines = linesOf(settings).map((line) => templateOf(line));
    const body = { name: textOf(settings, 'name'), phoneBaseSettings: { id: settings.id }, lines, properties: {} };
    return { status: 200, body: { ...body, selfUri: `${root}/phones/template` } };
  }),
  describedRoute('getTelephonyProvidersEdgesLinesTemplate', (context) => {
    const id = context.query.get('lineBaseSettingsId') ?? '';
    const lines = context.organisation.collection(phoneBaseSettingsType.name).shownAll().flatMap(linesOf);
    const found = lines.find((line) => line.id === id);
    if (!found) throw notFound('line base settings', id);
    return { status: 200, body: templateOf(found) };
  }),
];

/** What the phone has when a body does not say it: the first line base of its settings, and their metabase. */
function fromBase(context: Context, body: JsonObject): JsonObject {
  const settings = context.organisation
    .collection(phoneBaseSettingsType.name)
    .current(refId(body['phoneBaseSettings']) ?? '');
  const [line] = linesOf(settings);
  return {
    ...(line ? { lineBaseSettings: { id: line.id } } : {}),
    ...(settings ? { phoneMetaBase: settings['phoneMetaBase'] } : {}),
  };
}

function baseNamed(context: Context, id: string): Entity {
  const settings = context.organisation.collection(phoneBaseSettingsType.name).shown(id);
  if (!settings || settings['state'] === 'deleted') throw notFound(phoneBaseSettingsType.label, id);
  return settings;
}

function linesOfPhones({ organisation }: Context): readonly JsonObject[] {
  const phones = organisation.collection(phoneType.name).shownAll();
  return phones
    .filter(({ state }) => state !== 'deleted')
    .flatMap((phone) => linesOf(phone).map((line) => shownLine(phone, line)));
}

function shownLine(phone: Entity, line: Line): JsonObject {
  const { site, lineBaseSettings } = phone;
  return { site, lineBaseSettings, ...line, selfUri: `${root}/lines/${line.id}` };
}

function templateOf(line: Line): JsonObject {
  return { name: textOf(line, 'name'), lineBaseSettings: { id: line.id }, properties: {} };
}
