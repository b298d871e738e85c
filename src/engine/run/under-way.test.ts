import { expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import { resume } from '../resume/index.ts';
import { Crash, createMortalPorts } from '../testing/mortal-ports.ts';
import { artifactOf, createWorkbench, ensure } from '../testing/workbench.ts';

const artifact = artifactOf([ensure('badge', 'Gold'), ensure('colour', 'Blue'), ensure('crate', 'New')]);

it('what was under way in a process that died is settled and taken back, also when another step fails first', async () => {
  let died = true;
  for (let dieAt = 1; died; dieAt += 1) {
    const bench = createWorkbench();
    bench.organisation.script = ({ type }) => (type === 'badge' ? 'rejected' : undefined);
    const before = bench.organisation.truth();
    const mortal = createMortalPorts(bench.ports({ concurrency: 4 }), dieAt);
    died = await deploy(mortal.ports, bench.request(artifact)).then(
      () => false,
      (error: unknown) => error instanceof Crash,
    );
    bench.clock.advance(100_000);
    if (died) await resume(bench.ports({ concurrency: 1 }), bench.request(artifact));

    const [run] = await bench.store.listRuns({ environment: 'test' });
    expect({ dieAt, state: run?.state ?? 'compensated', truth: bench.organisation.truth() }).toEqual({
      dieAt,
      state: 'compensated',
      truth: before,
    });
  }
});
