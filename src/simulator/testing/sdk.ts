import platformClient from 'purecloud-platform-client-v2';

/** Points the unchanged SDK at a simulator of this machine by its gateway setting, and signs in. */
export async function connectSdk(
  port: number,
  { id, secret }: { readonly id: string; readonly secret: string },
): Promise<void> {
  const client = platformClient.ApiClient.instance;
  client.config.live_reload_config = false;
  client.setGateway({ host: '127.0.0.1', protocol: 'http', port, path_params_login: 'login', path_params_api: 'api' });
  await client.loginClientCredentialsGrant(id, secret);
}
