import { valueAt } from '../../core/index.ts';
import type { GenesysClient } from '../client/client.ts';
import { failureOf } from '../errors.ts';

/** The name of a user by id; undefined when the directory does not show it to the caller. */
export async function readPersonName(client: GenesysClient, id: string): Promise<string | undefined> {
  try {
    const { body } = await client.call({ method: 'GET', path: '/api/v2/users/{id}', params: { id }, repeatable: true });
    const name = valueAt(body, ['name']);
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}
