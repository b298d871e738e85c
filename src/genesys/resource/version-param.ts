import { valueAt } from '../../core/index.ts';
import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { platformError } from '../errors.ts';
import type { ResourceContext } from './context.ts';

/**
 * The path parameters with the version that the path asks for, as another object tells it right now. The failure is
 * `gone` where there is no version yet: then nothing is at the path either.
 */
export async function withVersion(
  context: ResourceContext,
  { api, type }: ResourceDescriptor,
  request: { readonly path: string; readonly params: Readonly<Record<string, string>> },
): Promise<Readonly<Record<string, string>>> {
  const { path, params } = request;
  if (api.version === undefined || !path.includes('{version}')) return params;
  const { body } = await context.client.call({ method: 'GET', path: api.version.path, params, repeatable: true });
  const version = valueAt(body, api.version.field.split('.'));
  if (typeof version === 'string' || typeof version === 'number') return { ...params, version: String(version) };
  throw platformError('SB4010', {
    message: `There is no ${type}: ${api.version.field} is empty.`,
    failure: 'gone',
    context: { method: 'GET', path: api.version.path },
  });
}
