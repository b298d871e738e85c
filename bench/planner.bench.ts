import { spawnSync } from 'node:child_process';
import { measurePlanning, type PlanningCost } from './support/planning/measure.ts';
import { printTable } from './support/print-table.ts';

const [wanted] = process.argv.slice(2);
if (wanted === undefined) printFigures();
else process.stdout.write(JSON.stringify(measurePlanning(Number(wanted))));

function printFigures(): void {
  const [small, large] = [10_000, 100_000].map(measureApart) as [PlanningCost, PlanningCost];
  const growth = Math.log10(large.planSeconds / small.planSeconds);
  const growthWithReview = Math.log10(large.reviewSeconds / small.reviewSeconds);
  if (large.steps !== 5000) throw new Error(`${large.steps} steps instead of 5,000`);

  printTable(
    'planner: 100,000 objects of six types, 18 iterators over all of them (3 for each), 5,000 updates, 5,000 labels',
    [
      { figure: 'plan alone, CPU seconds', measured: large.planSeconds, target: '< 2' },
      { figure: 'peak memory of the whole process, MB', measured: large.megabytes, target: '< 600' },
      { figure: 'growth exponent from 10,000 objects', measured: growth, target: '<= 1.15' },
      { figure: 'plan with review and checks, CPU seconds', measured: large.reviewSeconds, target: '< 3' },
      { figure: 'its growth exponent', measured: growthWithReview, target: '<= 1.15' },
    ],
  );
}

/** In a process of its own, for its peak of memory. */
function measureApart(count: number): PlanningCost {
  const done = spawnSync(process.execPath, [import.meta.filename, String(count)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 20,
  });
  if (done.status !== 0) throw new Error(`planning ${count} objects failed: ${done.stderr}`);
  return JSON.parse(done.stdout) as PlanningCost;
}
