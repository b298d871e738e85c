import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Diagnostic } from '../../core/index.ts';
import { projectError } from '../errors.ts';
import { problem } from '../files/problem.ts';
import { SecretText } from './secret-text.ts';

/** An OAuth client, or a user and password for a gateway. */
export interface Credential {
  readonly clientId: string;
  readonly clientSecret: SecretText;
  /** The region it says it belongs to, where it says so. */
  readonly region?: string | undefined;
}

/** Where references are resolved: paths start at `directory`, `env:` looks into `variables`. */
export interface CredentialContext {
  readonly directory: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * The credential behind a reference: `file:path` and `exec:command` give JSON with `clientId` and `clientSecret` (or two
 * lines); the JSON may name its `region`. `env:PREFIX` reads `PREFIX_CLIENT_ID` and `PREFIX_CLIENT_SECRET`, or the provider's `PREFIX_OAUTHCLIENT_ID`
 * and `PREFIX_OAUTHCLIENT_SECRET`, or `PREFIX_USERNAME` and `PREFIX_PASSWORD`; `PREFIX_REGION` is its region.
 * Errors: SB2028 for kinds that are not supported yet, SB2029 when there is no credential. Neither holds what was read.
 */
export async function resolveCredential(reference: string, context: CredentialContext): Promise<Credential> {
  const kind = /^(?<kind>[a-z][a-z-]*):/u.exec(reference)?.groups?.['kind'];
  const rest = reference.slice((kind?.length ?? -1) + 1);
  switch (kind) {
    case 'file':
      return parseCredential(reference, await readReferenced(reference, resolve(context.directory, rest)));
    case 'exec':
      return parseCredential(reference, await runCommand(reference, rest, context));
    case 'env':
      return fromVariables(reference, rest, context.variables);
    case 'vault':
    case 'aws-sm':
      throw projectError('SB2028', `The credential reference ${kind}: is not supported yet.`, { kind });
    default:
      throw projectError('SB2029', 'A credential reference begins with file:, exec: or env:.', {
        kind: kind ?? 'none',
      });
  }
}

/** A warning when a protected environment takes a credential from process variables. */
export function checkCredentialReference(
  reference: string,
  environment: { readonly name: string; readonly protected: boolean; readonly file: string },
): readonly Diagnostic[] {
  if (!environment.protected || !reference.startsWith('env:')) return [];
  const summary = `${environment.name} is protected and takes a credential from process variables (${reference}).`;
  return [problem('SB2031', { file: environment.file }, summary, { severity: 'warning' })];
}

/** The text of the file that a reference names; SB2029 when it can not be read. */
export async function readReferenced(reference: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw projectError('SB2029', `${reference}: the file can not be read.`, { reference }, error);
  }
}

/** What the command of a reference prints; SB2029 when it fails, without its output. */
export async function runCommand(reference: string, command: string, context: CredentialContext): Promise<string> {
  try {
    const options = {
      cwd: context.directory,
      encoding: 'utf8',
      timeout: 30_000,
      maxBuffer: 1_000_000,
      env: { ...context.variables },
    } as const;
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', command], options);
    return stdout;
  } catch (error) {
    // Without the cause: a failed command's error carries its output, which may hold the secret.
    const { code } = error as { code?: string | number };
    throw projectError('SB2029', `${reference}: the command failed (${code ?? 'stopped after 30 seconds'}).`, {
      reference,
    });
  }
}

function parseCredential(reference: string, text: string): Credential {
  const [clientId, clientSecret, region] = text.trimStart().startsWith('{')
    ? fromJson(text)
    : text.trim().split(/\r?\n/u);
  if (typeof clientId !== 'string' || typeof clientSecret !== 'string' || clientId === '' || clientSecret === '') {
    throw projectError('SB2029', `${reference} gives neither JSON with clientId and clientSecret nor two lines.`, {
      reference,
    });
  }
  return { clientId: clientId.trim(), clientSecret: new SecretText(clientSecret.trim()), ...regionOf(region) };
}

function fromJson(text: string): readonly unknown[] {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return [value['clientId'] ?? value['client_id'], value['clientSecret'] ?? value['client_secret'], value['region']];
  } catch {
    return [];
  }
}

function fromVariables(reference: string, prefix: string, variables: CredentialContext['variables']): Credential {
  const clientId = firstOf(variables, prefix, ['CLIENT_ID', 'OAUTHCLIENT_ID', 'USERNAME']);
  const clientSecret = firstOf(variables, prefix, ['CLIENT_SECRET', 'OAUTHCLIENT_SECRET', 'PASSWORD']);
  if (clientId === '' || clientSecret === '')
    throw projectError('SB2029', `${reference}: ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET are not both set.`, {
      reference,
    });
  return { clientId, clientSecret: new SecretText(clientSecret), ...regionOf(variables[`${prefix}_REGION`]) };
}

function regionOf(region: unknown): Pick<Credential, 'region'> {
  return typeof region === 'string' && region !== '' ? { region } : {};
}

function firstOf(variables: CredentialContext['variables'], prefix: string, endings: readonly string[]): string {
  return (
    endings.map((ending) => variables[`${prefix}_${ending}`]).find((value) => value !== undefined && value !== '') ?? ''
  );
}
