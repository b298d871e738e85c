import type { EnvironmentRules } from './environment.ts';

/** An organisation that credentials turned out to belong to. */
export interface FoundOrganisation {
  readonly id: string;
  readonly name?: string | undefined;
}

/**
 * Says which organisation credentials belong to, or a snapshot shows, and which one the environment pins, where these differ;
 * undefined where they are the same. `use` tells an environment's two credentials apart.
 */
export function describeForeignOrganisation(
  environment: Pick<EnvironmentRules, 'name' | 'organisationId'>,
  found: FoundOrganisation,
  more: {
    readonly use?: 'read' | 'write' | 'snapshot' | undefined;
    readonly neighbours?: EnvironmentRules['neighbours'];
  } = {},
): string | undefined {
  const { name, organisationId } = environment;
  if (found.id === organisationId) return undefined;
  const neighbour = (more.neighbours ?? []).find((other) => other.organisationId === found.id && other.name !== name);
  const called = found.name === undefined || found.name === '' ? found.id : `${found.name} (${found.id})`;
  const whose =
    neighbour === undefined ? 'which no environment of the project pins' : `which is environment ${neighbour.name}`;
  const pinned = `${name} is pinned to organisation ${organisationId}`;
  if (more.use === 'snapshot') return `${pinned}, but the snapshot shows ${called}, ${whose}.`;
  const what = more.use === undefined ? 'credentials' : `${more.use} credentials`;
  return `${pinned}, but its ${what} belong to ${called}, ${whose}.`;
}
