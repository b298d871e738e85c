import { expect, it } from 'vitest';
import { openSimulatedProject } from './testing/simulated-project.ts';

it('a gateway with a password is refused rather than asked without it', async () => {
  const project = await openSimulatedProject(['gateway: { host: gateway.example, credentials: "file:dev.json" }']);
  await project.writeChange('x', ['ensure: { type: routing_skill, name: A }']);
  const result = await project.run(['simulate', 'x', '--env', 'dev']);
  await project.close();
  expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('SB6016') as string });
});
