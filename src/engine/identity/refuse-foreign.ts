import { describeForeignOrganisation, type EnvironmentRules } from '../../core/index.ts';
import { engineError } from '../errors.ts';

/** The environment as far as its organisation goes. */
type PinnedEnvironment = Pick<EnvironmentRules, 'name' | 'organisationId' | 'neighbours'>;

/** SB3002 when the credentials belong to another organisation than the environment pins; says which is which. */
export function refuseForeign(
  environment: PinnedEnvironment,
  found: { readonly id: string; readonly name: string },
  use: 'read' | 'write',
): void {
  const { name, organisationId: pinned, neighbours } = environment;
  const message = describeForeignOrganisation(environment, found, { use, neighbours });
  if (message !== undefined)
    throw engineError('SB3002', message, { context: { environment: name, pinned, found: found.id } });
}
