import { describedRoute } from '../../described/described-route.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import { refId } from '../../kernel/values.ts';
import { notFound } from '../../wire/platform-error.ts';
import { edgeType } from '../edge-type.ts';
import { trunkMetabases } from '../phone/metabases.ts';

/** Settings that trunks are made of. */
export const trunkBaseSettingsType = edgeType('telephony_providers_edges_trunkbasesettings', {
  label: 'trunk base settings',
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ managed: false, properties: {} }),
  hooks: {
    present: (_organisation, settings) => {
      const id = refId(settings['trunkMetabase']);
      return id === undefined ? {} : { trunkMetabase: { id, name: trunkMetabases[id]?.name ?? id } };
    },
  },
});

/** Kinds of trunks, media regions, and edges, of which the simulator has none. */
export const edgeRoutes: readonly Route[] = [
  describedRoute('getTelephonyProvidersEdgesTrunkbasesettingsAvailablemetabases', (context) => {
    const wanted = context.query.get('type');
    const found = Object.entries(trunkMetabases).filter(([, { type }]) => !wanted || type === wanted);
    const present = ([id, { name, type }]: (typeof found)[number]): object => ({ id, name, type });
    return { status: 200, body: pageOf(context, found, { maxPageSize: 100, present }) };
  }),
  describedRoute('getTelephonyMediaregions', ({ organisation }) => ({
    status: 200,
    body: {
      awsHomeRegion: organisation.region,
      awsCoreRegions: ['us-east-1', 'eu-central-1', 'ap-southeast-2'],
      awsSatelliteRegions: ['eu-central-2', 'ap-south-1'],
    },
  })),
  describedRoute('getTelephonyProvidersEdges', (context) => ({
    status: 200,
    body: pageOf(context, [], { maxPageSize: 100, present: (edge) => edge }),
  })),
  ...['getTelephonyProvidersEdge', 'putTelephonyProvidersEdge'].map((id) =>
    describedRoute(id, (context) => {
      throw notFound('edge', context.params['edgeId'] ?? '');
    }),
  ),
];
