import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import { refId, textOf, type JsonObject } from '../../kernel/values.ts';
import { notFound } from '../../wire/platform-error.ts';
import { edgeType } from '../edge-type.ts';
import { acceptLines, linesOf, type Line } from './lines.ts';
import { lineMetabaseOf, phoneMetabases } from './metabases.ts';

const root = '/api/v2/telephony/providers/edges';

/** Settings that phones share; each of its lines is a line base setting with an id of its own. */
export const phoneBaseSettingsType = edgeType('telephony_providers_edges_phonebasesettings', {
  label: 'phone base settings',
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ properties: {} }),
  hooks: {
    accept: acceptLines,
    present: (_organisation, settings) => ({
      phoneMetaBase: metabaseOf(refId(settings['phoneMetaBase'])),
      lines: linesOf(settings).map(shownLine),
    }),
  },
});

/** Templates and metabases for phone base settings, and line base settings one by one. */
export const phoneBaseRoutes: readonly Route[] = [
  describedRoute('getTelephonyProvidersEdgesPhonebasesettingsTemplate', (context) => ({
    status: 200,
    body: templateFor(context.query.get('phoneMetabaseId') ?? ''),
  })),
  describedRoute('getTelephonyProvidersEdgesPhonebasesettingsAvailablemetabases', (context) => ({
    status: 200,
    body: pageOf(context, Object.keys(phoneMetabases), { maxPageSize: 100, present: metabaseOf }),
  })),
  describedRoute('getTelephonyProvidersEdgesLinebasesettings', (context) => ({
    status: 200,
    body: pageOf(context, lineBases(context), { maxPageSize: 100, present: shownLine }),
  })),
  describedRoute('getTelephonyProvidersEdgesLinebasesetting', (context) => {
    const id = context.params['lineBaseId'] ?? '';
    const found = lineBases(context).find((line) => line.id === id);
    if (!found) throw notFound('line base settings', id);
    return { status: 200, body: shownLine(found) };
  }),
];

function metabaseOf(id: string | undefined): JsonObject {
  if (id === undefined) return {};
  return { id, name: phoneMetabases[id] ?? id, selfUri: `${root}/phonebasesettings/template?phoneMetabaseId=${id}` };
}

function templateFor(id: string): JsonObject {
  const name = Object.hasOwn(phoneMetabases, id) ? phoneMetabases[id] : undefined;
  if (name === undefined) throw notFound('phone metabase', id);
  return {
    name,
    state: 'active',
    phoneMetaBase: metabaseOf(id),
    lines: [{ name, lineMetaBase: lineMetabaseOf(id), properties: {} }],
    properties: {},
    capabilities: { provisions: false, registers: false, dualRegisters: false, allowReboot: false, cdm: true },
    selfUri: `${root}/phonebasesettings/template`,
  };
}

function lineBases({ organisation }: Context): readonly Line[] {
  const settings = organisation.collection(phoneBaseSettingsType.name).shownAll();
  return settings.filter(({ state }) => state !== 'deleted').flatMap((entity) => linesOf(entity));
}

function shownLine(line: Line): JsonObject {
  return { ...line, name: textOf(line, 'name'), selfUri: `${root}/linebasesettings/${line.id}` };
}
