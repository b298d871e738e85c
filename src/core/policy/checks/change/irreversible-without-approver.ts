import { defineCheck } from '../../policy-check.ts';

/** SB1104: what nothing takes back needs more people to agree than the environment asks for otherwise. */
export const irreversibleWithoutApprover = defineCheck({
  code: 'SB1104',
  name: 'irreversible-without-approver',
  severity: 'warning',
  looksAt: 'irreversible steps, and how many approvals of them the environment asks for (`approvals.irreversible`)',
  parameters: { approvals: { default: 2, meaning: 'least number of approvals to ask for', least: 1, most: 20 } },
  run: ({ world, plan }, { approvals }) => {
    const { environment } = world.input;
    const asked = environment.approvals?.irreversible ?? 0;
    if (asked >= approvals) return [];
    return plan.steps
      .filter(({ kind, reversibility }) => kind !== 'noop' && reversibility === 'irreversible')
      .map(({ kind, address, source }) => ({
        detail: `Nothing takes back the ${kind} of ${address}; ${environment.name} asks for ${asked === 0 ? 'no approvals' : asked === 1 ? 'one approval' : `${asked} approvals`} of such steps, not for ${approvals}.`,
        address,
        source,
      }));
  },
});
