import { catalogue } from '../src/catalog/index.ts';
import { evaluateExpression } from '../src/core/expression/index.ts';
import { diffSnapshots } from '../src/core/snapshot/index.ts';
import { cpuSeconds } from './support/cpu-seconds.ts';
import { largeSnapshot, withFingerprints } from './support/planning/large-snapshot.ts';
import { printTable } from './support/print-table.ts';

const count = 100_000;

const [before, after] = [0, 1].map((generation) => withFingerprints(largeSnapshot(count, generation)));
if (before === undefined || after === undefined) throw new Error('no snapshots');
const diff = cpuSeconds(() => diffSnapshots(before, after, catalogue));
if (diff.value.differences.length !== count / 100)
  throw new Error(`${diff.value.differences.length} differences instead of ${count / 100}`);

const queues = before.types['routing_queue']?.objects ?? [];
const scopes = queues.map(({ body }) => ({
  variables: { queue: body, inputs: { limit: 5000 } },
  resources: () => [],
  ref: () => undefined,
}));
const condition = 'queue.acwSettings.timeoutMs < inputs.limit && queue.name.startsWith("VIP")';
for (const scope of scopes.slice(0, 2000)) evaluateExpression(condition, scope);
const evaluated = cpuSeconds(() => {
  let matches = 0;
  for (let index = 0; index < count; index++) {
    const scope = scopes[index % scopes.length];
    if (scope !== undefined && evaluateExpression(condition, scope) === true) matches += 1;
  }
  return matches;
});
if (evaluated.value === 0) throw new Error('the condition fits nothing');

printTable(
  'two snapshots of 100,000 objects with fingerprints, 1,000 of them changed; 100,000 evaluations of a condition',
  [
    { figure: 'difference of the snapshots, CPU seconds', measured: diff.seconds, target: '< 1' },
    { figure: 'evaluations, CPU seconds', measured: evaluated.seconds, target: '< 0.5' },
  ],
);
