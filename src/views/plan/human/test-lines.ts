import type { Plan } from '../../../core/plan/index.ts';
import type { PlannedTest } from '../../../core/review/index.ts';
import { paint, type Screen } from '../../text/screen.ts';
import { renderTable } from '../../text/table.ts';

/** The tests that a deployment would run and that call something outside the configuration; all of them on an unfolded screen. */
export function testLines(screen: Screen, { review }: Plan): readonly string[] {
  const tests = (review?.tests ?? []).filter(({ calls }) => screen.unfolded || calls !== undefined);
  if (tests.length === 0) return [];
  const heading = screen.unfolded ? 'Tests after it' : 'Tests after it that call something';
  return [
    paint(screen, 'strong', `${heading} (${tests.length})`),
    ...renderTable(
      screen,
      tests.map((test) => [test.name, test.calls ?? test.kind, whenText(test)]),
      { indent: 2 },
    ),
    '',
  ];
}

function whenText({ ofEnvironment, everyWave }: PlannedTest): string {
  return [ofEnvironment ? 'of the environment' : '', everyWave ? 'after every wave' : '']
    .filter((text) => text !== '')
    .join(', ');
}
