import type { TestRunners } from '../../engine/index.ts';
import type { GenesysPlatform } from '../../genesys/index.ts';
import { resolveSecret, type CredentialContext } from '../../project/index.ts';
import { askAddress } from './ask-address.ts';
import { runProgram } from './run-program.ts';

/** Runners over an organisation, in the folder of a project. */
export function createTestRunners(platform: GenesysPlatform, context: CredentialContext): TestRunners {
  return {
    action: platform.testAction,
    http: askAddress,
    command: (call, signal) => runProgram(context, call, signal),
    secret: async (reference) => (await resolveSecret(reference, context)).reveal(),
  };
}
