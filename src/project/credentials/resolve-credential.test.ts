import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createSampleProject } from '../testing/sample-project.ts';
import { withProviderVariables } from './provider-variables.ts';
import { checkCredentialReference, resolveCredential } from './resolve-credential.ts';
import { SecretText } from './secret-text.ts';

const secret = 'hunter2-very-secret';

describe('a credential reference', () => {
  test.each([
    ['file:json.json', {}],
    ['file:lines.txt', {}],
    ['exec:cat json.json', { PATH: process.env['PATH'] }],
    ['env:DEV', { DEV_CLIENT_ID: 'me', DEV_CLIENT_SECRET: secret }],
    ['env:GENESYSCLOUD', { GENESYSCLOUD_OAUTHCLIENT_ID: 'me', GENESYSCLOUD_OAUTHCLIENT_SECRET: secret }],
    [
      'env:GENESYSCLOUD_GATEWAY_AUTH',
      { GENESYSCLOUD_GATEWAY_AUTH_USERNAME: 'me', GENESYSCLOUD_GATEWAY_AUTH_PASSWORD: secret },
    ],
  ])('%s gives client and secret', async (reference, variables) => {
    const directory = createSampleProject({
      'json.json': JSON.stringify({ clientId: 'me', clientSecret: secret }),
      'lines.txt': `me\n${secret}\n`,
    });
    const credential = await resolveCredential(reference, { directory, variables });

    expect(credential.clientId).toBe('me');
    expect(credential.clientSecret.reveal()).toBe(secret);
  });

  test.each([
    ['vault:kv/x', 'SB2028'],
    ['aws-sm:x', 'SB2028'],
    ['hunter2', 'SB2029'],
    ['file:none.json', 'SB2029'],
    ['file:broken.json', 'SB2029'],
    [`exec:echo ${secret}; exit 3`, 'SB2029'],
    ['env:NOTHING', 'SB2029'],
  ])('%s is refused with %s', async (reference, code) => {
    const directory = createSampleProject({ 'broken.json': `{"clientId": "me", "clientSecret": "${secret}"` });
    const error: unknown = await resolveCredential(reference, { directory, variables: {} }).catch(
      (caught: unknown) => caught,
    );

    expect(error).toMatchObject({ code });
    expect(inspect(error, { depth: 10 }).replaceAll(reference, '')).not.toContain(secret);
  });

  test('from process variables is warned about in a protected environment', () => {
    expect(
      checkCredentialReference('env:X', { name: 'prod', protected: true, file: 'environments/prod.yaml' }),
    ).toMatchObject([{ code: 'SB2031', severity: 'warning' }]);
    expect(checkCredentialReference('env:X', { name: 'dev', protected: false, file: 'environments/dev.yaml' })).toEqual(
      [],
    );
  });
});

describe('a secret', () => {
  test('never shows itself by accident', () => {
    const value = new SecretText(secret);

    expect(
      [
        String(value),
        `${value}`,
        JSON.stringify({ value }),
        inspect({ value }, { showHidden: true }),
        `${Object.values({ ...value }).join('')}`,
      ].join(),
    ).not.toContain('hunter2');
    expect(JSON.stringify({ value })).toBe('{"value":"[secret]"}');
  });
});

describe('variables of the Terraform provider', () => {
  const connection = { region: 'mypurecloud.ie', credentials: {}, apiBudget: { requestsPerMinute: 300, reserve: 60 } };

  test('fill in what the environment file leaves open', () => {
    const filled = withProviderVariables(connection, {
      GENESYSCLOUD_OAUTHCLIENT_ID: 'me',
      GENESYSCLOUD_OAUTHCLIENT_SECRET: secret,
      GENESYSCLOUD_GATEWAY_HOST: 'gateway.example.com',
      GENESYSCLOUD_GATEWAY_PORT: '8443',
      GENESYSCLOUD_GATEWAY_PATH_NAME: 'region',
      GENESYSCLOUD_GATEWAY_PATH_VALUE: 'eu',
    });

    expect(filled.credentials).toEqual({ read: 'env:GENESYSCLOUD', write: 'env:GENESYSCLOUD' });
    expect(filled.gateway).toEqual({
      protocol: 'https',
      host: 'gateway.example.com',
      port: 8443,
      pathParams: [{ name: 'region', value: 'eu' }],
    });
  });

  test('never replace what it says', () => {
    const own = { ...connection, credentials: { read: 'file:a', write: 'file:b' } };

    expect(
      withProviderVariables(own, { GENESYSCLOUD_OAUTHCLIENT_ID: 'me', GENESYSCLOUD_OAUTHCLIENT_SECRET: secret })
        .credentials,
    ).toEqual(own.credentials);
  });
});
