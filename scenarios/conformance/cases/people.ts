import type { Body, Case, Made } from '../case.ts';

import { callSdk } from '../sdk-client.ts';

const inDirectory: Case = { conflictStatus: 400 };
const identity = { authorityName: 'Conformance HR', externalKey: 'E-17' };

/** What the suite is told of these types, by type. */
export const peopleCases: Readonly<Record<string, Case>> = {
  externalusers_identity: {
    create: identity,
    values: async () => ({ externalKey: identity.externalKey }),
    idOf: authorityOf,
  },
  greeting: { create: async () => ({ ownerType: 'ORGANIZATION', owner: { id: await organisationId() } }) },
  greeting_user: { update: { audioTTS: 'Hello' } },
  group: inDirectory,
  group_greeting: { update: { audioTTS: 'Hello' } },
  group_roles: grantsOf('group'),
  idp_adfs: provider('putIdentityprovidersAdfs'),
  idp_generic: provider('putIdentityprovidersGeneric'),
  idp_gsuite: provider('putIdentityprovidersGsuite'),
  idp_okta: provider('putIdentityprovidersOkta'),
  idp_onelogin: provider('putIdentityprovidersOnelogin'),
  idp_ping: provider('putIdentityprovidersPing'),
  idp_salesforce: provider('putIdentityprovidersSalesforce'),
  location: inDirectory,
  oauth_client: { update: { description: 'no longer in use', state: 'inactive' } },
  organization_authentication_settings: { update: { domainAllowlistEnabled: true } },
  user: inDirectory,
  user_roles: grantsOf('user'),
  users_rules: { values: async () => ({ types: ['Learning'] }) },
};

async function organisationId(): Promise<string> {
  const { body } = await callSdk('getOrganizationsMe', {});
  return String((body as Body)['id']);
}

/** Creation answers all identities of the user. */
function authorityOf(object: Body): string {
  const [first] = Array.isArray(object) ? (object as readonly Body[]) : [object];
  return String(first?.['authorityName']);
}

/** An organisation has none of a kind until one is PUT. */
function provider(put: string): Case {
  return {
    find: async () => {
      await callSdk(put, { body: { name: 'Sign-in', issuerURI: 'urn:example:issuer', certificates: ['MIIC'] } });
      return put;
    },
    update: { displayOnLogin: true },
    applies: ['gone'],
  };
}

function grantsOf(kind: 'group' | 'user'): Case {
  const place = async (made: Made): Promise<Grant> => {
    const { body } = await callSdk('getAuthorizationDivisionsHome', {});
    return { roleId: await made.id('auth_role'), divisionId: String((body as Body)['id']) };
  };
  return {
    values: async (made) => ({ subjectId: await made.id(kind), ...(await place(made)) }),
    create: async (made) => ({ grants: [await place(made)] }),
    update: (subject) => ({ grants: [...grantsIn(subject), ...grantsIn(subject).map(everywhere)] }),
    isChanged: (read, change) => grantsIn(read).length === (change['grants'] as readonly unknown[]).length,
    without: { gone: 'what holds no role is a subject still' },
  };
}

type Grant = { readonly roleId: string; readonly divisionId: string };

function grantsIn(subject: Body): readonly Grant[] {
  const shown = subject['grants'] as readonly { readonly role: { id: string }; readonly division: { id: string } }[];
  return shown.map(({ role, division }) => ({ roleId: role.id, divisionId: division.id }));
}

function everywhere({ roleId }: Grant): Grant {
  return { roleId, divisionId: '*' };
}
