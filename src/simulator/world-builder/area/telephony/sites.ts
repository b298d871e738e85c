import { refId, type JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Sites with outbound routes, the trunks that they use, and edge groups. */
export const siteArea: Area = {
  shares: {
    telephony_providers_edges_site: { part: 0.002, least: 2, most: 100 },
    telephony_providers_edges_trunkbasesettings: { part: 0.003, least: 3, most: 150 },
    telephony_providers_edges_edge_group: { part: 0.001, least: 1, most: 50 },
    telephony_providers_edges_site_outbound_route: { part: 0.004, least: 4, most: 300 },
  },
  build: (draft) => {
    times(draft.count('telephony_providers_edges_site'), () => addSite(draft));
    linkSites(draft);
    times(draft.count('telephony_providers_edges_trunkbasesettings'), (index) => addTrunk(draft, index));
    times(draft.count('telephony_providers_edges_edge_group'), () => addEdgeGroup(draft));
    // A new site has a route already.
    const routes = draft.count('telephony_providers_edges_site_outbound_route') - draft.count(site);
    times(Math.max(0, routes), (index) => addRoute(draft, index));
  },
};

const site = 'telephony_providers_edges_site';
const trunk = 'telephony_providers_edges_trunkbasesettings';
/** What the route of a new site leaves over; a class belongs to one enabled route of its site. */
const classes = ['Emergency', 'Network', 'Extension', 'Suicide Prevention'];

function addSite({ add, names, random, ref }: Draft): void {
  const timeZone = random.of(['Europe/Berlin', 'America/New_York', 'Asia/Tokyo']);
  add(site, {
    name: names.thing(site),
    description: names.thing('description'),
    location: ref('location'),
    mediaModel: random.of(['Cloud', 'Premises']),
    callerId: `+4930${5_000_000 + random.below(1000)}`,
    callerName: names.thing('caller'),
    mediaRegionsUseLatencyBased: random.chance(0.5),
    ...(random.chance(0.4) ? { edgeAutoUpdateConfig: { timeZone, ...updateWindow } } : {}),
  });
}

const updateWindow: JsonObject = {
  rrule: 'FREQ=WEEKLY;BYDAY=SU',
  start: '2024-01-07T02:00:00.000000',
  end: '2024-01-07T05:00:00.000000',
};

/** Sites stand in for each other, two and two; each is its own first one. */
function linkSites({ change, made }: Draft): void {
  const sites = made(site);
  sites.forEach(({ id }, index) => {
    const partner = sites[index % 2 === 0 ? index + 1 : index - 1] ?? sites[0];
    change(site, id, { primarySites: [{ id }], secondarySites: partner ? [{ id: partner.id }] : [] });
  });
}

function addTrunk({ add, names, ref }: Draft, index: number): void {
  const name = names.thing(trunk);
  const isPhone = index % 3 === 0;
  const instance = (value: unknown): JsonObject => ({ value: { instance: value } });
  add(trunk, {
    name,
    description: names.thing('description'),
    trunkType: isPhone ? 'PHONE' : 'EXTERNAL',
    trunkMetabase: { id: isPhone ? 'phone_connections_webrtc.json' : 'external_sip.json' },
    properties: { trunk_label: instance(name), trunk_max_dial_timeout: instance('2m') },
    ...(isPhone ? {} : { inboundSite: ref(site) }),
  });
}

function addEdgeGroup({ add, made, names, random }: Draft): void {
  const phoneTrunks = made(trunk).filter((base) => base['trunkType'] === 'PHONE');
  add('telephony_providers_edges_edge_group', {
    name: names.thing('telephony_providers_edges_edge_group'),
    description: names.thing('description'),
    managed: false,
    hybrid: false,
    edgeTrunkBaseAssignment: { family: 4, trunkBase: { id: random.of(phoneTrunks).id } },
    phoneTrunkBases: [{ id: random.of(phoneTrunks).id }],
  });
}

function addRoute({ add, made, names, random }: Draft, index: number): void {
  const sites = made(site);
  const parent = sites[index % sites.length];
  if (!parent) return;
  const outside = made(trunk).filter((base) => base['trunkType'] === 'EXTERNAL');
  const own = outside.filter((base) => refId(base['inboundSite']) === parent.id);
  const trunks = random.some(own.length > 0 ? own : outside, 1 + random.below(2)).map(({ id }) => ({ id }));
  const round = Math.floor(index / sites.length);
  add(
    'telephony_providers_edges_site_outbound_route',
    {
      name: names.thing(`route ${parent.id}`),
      description: names.thing('description'),
      classificationTypes: [classes[round % classes.length]],
      enabled: round < classes.length,
      distribution: random.of(['SEQUENTIAL', 'RANDOM']),
      externalTrunkBases: trunks,
    },
    { $siteId: parent.id },
  );
}
