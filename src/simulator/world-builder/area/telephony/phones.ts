import { isObject, textOf, type Entity, type JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

const base = 'telephony_providers_edges_phonebasesettings';
const phone = 'telephony_providers_edges_phone';

/** What phones are made from, and the phones of users. */
export const phoneArea: Area = {
  shares: { [base]: { part: 0.001, least: 2, most: 50 }, [phone]: { part: 0.03, least: 5 } },
  build: (draft) => {
    times(draft.count(base), () => addBase(draft));
    const users = draft.made('user');
    times(draft.count(phone), (index) => addPhone(draft, users[index]));
  },
};

function addBase({ add, names, random }: Draft): void {
  const name = names.thing(base);
  add(base, {
    name,
    description: names.thing('description'),
    phoneMetaBase: { id: 'inin_webrtc_softphone.json' },
    properties: { phone_label: { value: { instance: name } } },
    lines: [
      {
        name: `${name}_1`,
        lineMetaBase: { id: 'inin_webrtc_softphone_line.json' },
        properties: { station_persistent_enabled: { value: { instance: random.chance(0.5) } } },
      },
    ],
  });
}

/** More phones than users are phones of nobody. */
function addPhone({ add, any, names, ref }: Draft, user: Entity | undefined): void {
  const settings = any(base);
  const [line] = Array.isArray(settings['lines']) ? settings['lines'].filter(isObject) : [];
  const lineId = textOf(line ?? {}, 'id');
  const lineBaseSettings: JsonObject = lineId === '' ? {} : { lineBaseSettings: { id: lineId } };
  add(phone, {
    name: user ? `WebRTC – ${textOf(user, 'name')} ${textOf(user, 'email')}` : names.thing(phone),
    site: ref('telephony_providers_edges_site'),
    phoneBaseSettings: { id: settings.id },
    phoneMetaBase: { id: 'inin_webrtc_softphone.json' },
    ...lineBaseSettings,
    lines: [{ name: 'Line 1', ...lineBaseSettings }],
    ...(user ? { webRtcUser: { id: user.id } } : {}),
  });
}
