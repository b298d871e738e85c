import type { EnvironmentConnection, GatewaySettings } from '../project.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The connection with what it leaves open taken from the variables that the Terraform provider reads:
 * `GENESYSCLOUD_OAUTHCLIENT_ID`/`_SECRET` as credentials for reading and writing, and `GENESYSCLOUD_GATEWAY_*`. What the
 * environment file says wins.
 */
export function withProviderVariables(connection: EnvironmentConnection, variables: Variables): EnvironmentConnection {
  const hasClient =
    Boolean(variables['GENESYSCLOUD_OAUTHCLIENT_ID']) && Boolean(variables['GENESYSCLOUD_OAUTHCLIENT_SECRET']);
  const fallback = hasClient ? 'env:GENESYSCLOUD' : undefined;
  const gateway = connection.gateway ?? gatewayOf(variables);
  const { read, write } = connection.credentials;
  return {
    ...connection,
    credentials: { read: read ?? fallback, write: write ?? fallback },
    ...(gateway === undefined ? {} : { gateway }),
  };
}

function gatewayOf(variables: Variables): GatewaySettings | undefined {
  const host = variables['GENESYSCLOUD_GATEWAY_HOST'];
  if (host === undefined || host === '') return undefined;
  const port = Number(variables['GENESYSCLOUD_GATEWAY_PORT']);
  const name = variables['GENESYSCLOUD_GATEWAY_PATH_NAME'];
  const value = variables['GENESYSCLOUD_GATEWAY_PATH_VALUE'];
  return {
    protocol: variables['GENESYSCLOUD_GATEWAY_PROTOCOL'] === 'http' ? 'http' : 'https',
    host,
    ...(Number.isInteger(port) && port > 0 ? { port } : {}),
    pathParams: name !== undefined && value !== undefined ? [{ name, value }] : [],
    ...(variables['GENESYSCLOUD_GATEWAY_AUTH_USERNAME'] === undefined
      ? {}
      : { credentials: 'env:GENESYSCLOUD_GATEWAY_AUTH' }),
  };
}
