import type { PolicySettings } from '../../core/policy/index.ts';
import type { LoadedProject } from '../project.ts';
import { environmentPolicies } from './environment-policies.ts';

/** What holds for plans of the environment, one without a file too: then what the project says for all. */
export function policiesOf(project: LoadedProject, environment: string): PolicySettings {
  const known = project.environments.find(({ name }) => name === environment);
  const settings =
    known === undefined
      ? environmentPolicies(
          environment,
          { ...project.project, project: project.project.policies, own: undefined },
          project.policies,
        )
      : known.rules.policies;
  return settings ?? { checks: {}, waivers: [], policies: [] };
}
