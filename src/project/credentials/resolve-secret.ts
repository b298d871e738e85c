import { resolve } from 'node:path';
import { projectError } from '../errors.ts';
import { readReferenced, runCommand, type CredentialContext } from './resolve-credential.ts';
import { SecretText } from './secret-text.ts';

/**
 * The text behind a reference to a secret that is one text: `file:path` and `exec:command` give it whole, without the line
 * end; `env:NAME` is a variable. Errors: SB2028, SB2029; neither holds what was read.
 */
export async function resolveSecret(reference: string, context: CredentialContext): Promise<SecretText> {
  const kind = /^(?<kind>[a-z][a-z-]*):/u.exec(reference)?.groups?.['kind'];
  const rest = reference.slice((kind?.length ?? -1) + 1);
  const text = await readText(reference, kind, rest, context);
  if (text === '') throw projectError('SB2029', `${reference} gives an empty text.`, { reference });
  return new SecretText(text);
}

async function readText(
  reference: string,
  kind: string | undefined,
  rest: string,
  context: CredentialContext,
): Promise<string> {
  switch (kind) {
    case 'file':
      return (await readReferenced(reference, resolve(context.directory, rest))).trimEnd();
    case 'exec':
      return (await runCommand(reference, rest, context)).trimEnd();
    case 'env':
      return context.variables[rest] ?? '';
    case 'vault':
    case 'aws-sm':
      throw projectError('SB2028', `References to secrets by ${kind}: are not supported yet.`, { kind });
    default:
      throw projectError('SB2029', 'A reference to a secret begins with file:, exec: or env:.', {
        kind: kind ?? 'none',
      });
  }
}
