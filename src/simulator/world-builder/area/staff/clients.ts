import { randomSecret } from '../../../authorization/client/client-secret.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** OAuth clients with roles, and presences. */
export const clientArea: Area = {
  shares: {
    oauth_client: { part: 0.004, least: 2, most: 150 },
    organization_presence_definition: { part: 0.002, least: 3, most: 60 },
  },
  build: (draft) => {
    times(draft.count('oauth_client'), () => addClient(draft));
    times(draft.count('organization_presence_definition'), () => addPresence(draft));
  },
};

function addClient({ add, any, division, names, organisation, random }: Draft): void {
  const divisionId = random.chance(0.5) ? '*' : String(division()['id']);
  add(
    'oauth_client',
    {
      name: names.thing('oauth_client'),
      description: names.thing('description'),
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 300 * (1 + random.below(100)),
      roleDivisions: [{ roleId: any('auth_role').id, divisionId }],
    },
    { secret: randomSecret(organisation.ids) },
  );
}

function addPresence({ add, division, names, random }: Draft): void {
  const name = names.thing('organization_presence_definition');
  add('organization_presence_definition', {
    name,
    type: 'User',
    languageLabels: { en_US: name, ...(random.chance(0.5) ? { de: names.thing('label') } : {}) },
    systemPresence: random.of(['Available', 'Away', 'Busy', 'Break', 'Meal', 'Meeting', 'Training']),
    divisionId: random.chance(0.5) ? '*' : String(division()['id']),
  });
}
