import { catalogue } from '../../catalog/index.ts';
import type { EmitEvent, PlatformReader } from '../../engine/index.ts';
import type { GenesysOptions, GenesysPlatform } from '../../genesys/index.ts';
import {
  resolveCredential,
  resolveSecret,
  withProviderVariables,
  type CredentialContext,
  type EnvironmentConnection,
  type LoadedEnvironment,
} from '../../project/index.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { machineClock } from './machine.ts';
import { withSecrets } from './secrets/write-secrets.ts';

/** Which of an environment's two credentials is used. Only commands that write ever load `write`. */
export type CredentialUse = 'read' | 'write';

/** A reader of the organisation for as long as `use` runs. It holds the read credential and has no write method. */
export async function withReader<Result>(
  context: CommandContext,
  environment: LoadedEnvironment,
  emit: EmitEvent,
  use: (reader: PlatformReader) => Promise<Result>,
): Promise<Result> {
  const { createGenesysReader } = await import('../../genesys/index.ts');
  const reader = createGenesysReader(platformOptions(context, environment, 'read', emit));
  try {
    return await use(reader);
  } finally {
    await reader.close();
  }
}

/** The organisation with the write credential, for as long as `use` runs. */
export async function withPlatform<Result>(
  context: CommandContext,
  environment: LoadedEnvironment,
  emit: EmitEvent,
  use: (platform: GenesysPlatform) => Promise<Result>,
): Promise<Result> {
  const { createGenesysPlatform } = await import('../../genesys/index.ts');
  const platform = createGenesysPlatform(platformOptions(context, environment, 'write', emit));
  try {
    const reveal = async (reference: string): Promise<string> =>
      (await resolveSecret(reference, credentialContext(context))).reveal();
    return await use(withSecrets(platform, reveal));
  } finally {
    await platform.close();
  }
}

/** How an environment is reached with one of its credentials; SB6012 when it names none, SB6016 for a gateway with a password. */
export function platformOptions(
  context: CommandContext,
  environment: LoadedEnvironment,
  use: CredentialUse,
  emit: EmitEvent,
): GenesysOptions {
  const connection = connectionOf(context, environment);
  const reference = connection.credentials[use];
  if (reference === undefined)
    throw cliError('SB6012', `The environment ${environment.name} names no credential to ${use} with`);
  return {
    catalogue,
    clock: machineClock,
    emit,
    reserve: connection.apiBudget.reserve,
    requestTimeoutMs: requestTimeoutMs(environment),
    credentials: async () => {
      const { clientId, clientSecret, region } = await resolveCredential(reference, credentialContext(context));
      await refuseOtherRegion(environment, reference, region);
      return { clientId, clientSecret: clientSecret.reveal() };
    },
    ...hostSettings(connection, environment.name),
  };
}

/** SB6040 when a credential says that it belongs to another region than the environment is in. */
async function refuseOtherRegion(
  { name, connection }: LoadedEnvironment,
  reference: string,
  region: string | undefined,
): Promise<void> {
  if (region === undefined) return;
  const { isSameRegion } = await import('../../genesys/index.ts');
  if (isSameRegion(region, connection.region)) return;
  throw cliError(
    'SB6040',
    `${name} is in region ${connection.region}, but its credential ${reference} belongs to region ${region}; nothing was asked of either`,
  );
}

/** Longest life of one request; a lease has to outlast it. */
export function requestTimeoutMs({ connection }: LoadedEnvironment): number {
  return (connection.requestTimeoutSeconds ?? 30) * 1000;
}

/** The environment's connection, with what it leaves open taken from the Terraform provider's variables. */
export function connectionOf(context: CommandContext, environment: LoadedEnvironment): EnvironmentConnection {
  return withProviderVariables(environment.connection, context.terminal.environment);
}

/** Where references to credentials and secrets are resolved. */
export function credentialContext(context: CommandContext): CredentialContext {
  return { directory: context.projectDirectory, variables: context.terminal.environment };
}

function hostSettings(
  { region, apiUrl, loginUrl, gateway }: EnvironmentConnection,
  environment: string,
): Pick<GenesysOptions, 'region' | 'gateway' | 'baseUrls'> {
  if (apiUrl !== undefined) return { region, baseUrls: { api: apiUrl, login: loginUrl } };
  if (gateway === undefined) return { region };
  // How a gateway wants to be told is nowhere said: the official SDKs keep these two and do not send them.
  if (gateway.credentials !== undefined)
    throw cliError('SB6016', `The gateway ${gateway.host} of ${environment} has a user and a password`);
  const path = (wanted: string) => gateway.pathParams.find(({ name }) => name === wanted)?.value;
  const { host, protocol, port } = gateway;
  return { region, gateway: { host, protocol, port, pathParams: { login: path('login'), api: path('api') } } };
}
