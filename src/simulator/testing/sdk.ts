/** The client that all API classes of the official SDK share, as far as signing in uses it. */
type SdkClient = {
  readonly config: { live_reload_config: boolean };
  readonly setGateway: (gateway: {
    readonly host: string;
    readonly protocol: string;
    readonly port: number;
    readonly path_params_login: string;
    readonly path_params_api: string;
  }) => void;
  readonly loginClientCredentialsGrant: (id: string, secret: string) => Promise<unknown>;
};

/** Points the unchanged SDK at a simulator of this machine by its gateway setting, and signs in. */
export async function connectSdk(
  client: SdkClient,
  port: number,
  { id, secret }: { readonly id: string; readonly secret: string },
): Promise<void> {
  client.config.live_reload_config = false;
  client.setGateway({ host: '127.0.0.1', protocol: 'http', port, path_params_login: 'login', path_params_api: 'api' });
  await client.loginClientCredentialsGrant(id, secret);
}
