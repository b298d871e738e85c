import type { OrganisationSeed } from '../../../simulator/index.ts';

/** The environments of the example project, in the order in which changes travel. */
export type DemoEnvironment = 'dev' | 'uat' | 'prod';

/** One simulated organisation of the demo. */
export interface DemoOrganisation {
  readonly environment: DemoEnvironment;
  readonly name: string;
  /** As `environments/<environment>.yaml` of the example pins it. */
  readonly id: string;
  /** How many routing queues it has before the first deployment. */
  readonly queues: number;
}

/** The three organisations, different in scale. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  { environment: 'dev', name: 'Northwind dev', id: 'd0000000-0000-4000-8000-000000000001', queues: 5 },
  { environment: 'uat', name: 'Northwind UAT', id: 'd0000000-0000-4000-8000-000000000002', queues: 12 },
  { environment: 'prod', name: 'Northwind', id: 'd0000000-0000-4000-8000-000000000003', queues: 50 },
];

/** The organisation of an environment. */
export function organisationOf(environment: DemoEnvironment): DemoOrganisation {
  const found = demoOrganisations.find((organisation) => organisation.environment === environment);
  if (found === undefined) throw new Error(`the demo has no organisation for ${environment}`);
  return found;
}

/** The admin who edits in the Admin UI. */
export const admin = { name: 'Róisín Byrne', email: 'roisin.byrne@northwind.example' } as const;
/** The person in whose name the demo checks its own claims. */
export const auditor = { name: 'Amir Haddad', email: 'amir.haddad@northwind.example' } as const;

/** The secret of a simulated client. It is made up, opens nothing, and is printed by `--keep`. */
export function secretOf(clientId: string): string {
  return `${clientId}-secret`;
}

/** The client that fills an organisation through the official SDK; only its request limit is raised. */
export function fillingClient(environment: DemoEnvironment): string {
  return `${environment}-setup`;
}

/** The organisations as `signalbox simulator --world` takes them. */
export function demoWorld(): { readonly seed: string; readonly organisations: readonly OrganisationSeed[] } {
  return { seed: 'demo', organisations: demoOrganisations.map(toSeed) };
}

/** The variables in which the example's environment files look for their credentials. */
export function credentialVariables(): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const { environment } of demoOrganisations) {
    for (const use of ['read', 'write']) {
      const client = `${environment}-${use}`;
      const prefix = client.replace('-', '_').toUpperCase();
      variables[`${prefix}_CLIENT_ID`] = client;
      variables[`${prefix}_CLIENT_SECRET`] = secretOf(client);
    }
  }
  return variables;
}

function toSeed({ environment, name, id }: DemoOrganisation): OrganisationSeed {
  const setup = fillingClient(environment);
  return {
    name,
    id,
    domain: 'mypurecloud.ie',
    region: 'eu-west-1',
    clients: [
      {
        id: `${environment}-read`,
        secret: secretOf(`${environment}-read`),
        name: 'Signalbox, reading',
        permissions: ['*:*:view', 'architect:jobExport:create'],
      },
      { id: `${environment}-write`, secret: secretOf(`${environment}-write`), name: 'Signalbox, deploying' },
      { id: setup, secret: secretOf(setup), name: 'Set-up', rateLimitPerMinute: 100_000 },
    ],
    humans: [admin, { ...auditor, permissions: ['*:*:view'] }],
  };
}
