import type { Diagnostic } from '../../core/index.ts';
import {
  instantAt,
  parseWallTime,
  type Freeze,
  type GateRules,
  type WaveRule,
  type WindowRule,
} from '../../core/gates/index.ts';
import { problem } from '../files/problem.ts';
import type { YamlFile } from '../files/yaml-file.ts';
import type { GivenGates } from '../schema/gates-schema.ts';

/** The gates of an environment file; undefined when it says nothing of them, so that its digest is as it always was. */
export function toGateRules(given: GivenGates): GateRules | undefined {
  const { windows, freezes, lanes, waves, deadlineMinutes, whenTimeIsUp, onTestFailure } = given;
  const all = [windows, freezes, lanes, waves, deadlineMinutes, whenTimeIsUp, onTestFailure];
  if (all.every((part) => part === undefined)) return undefined;
  return {
    windows: (windows ?? []).map((window) => toWindow(window, given.timeZone)),
    freezes: (freezes ?? []).map((freeze) => toFreeze(freeze, given.timeZone)),
    lanes: lanes ?? { standard: { passes: [], preApproved: [] }, emergency: { passes: [] } },
    ...(waves === undefined ? {} : { waves: toWaves(waves) }),
    ...(deadlineMinutes === undefined ? {} : { deadlineMinutes }),
    whenTimeIsUp: whenTimeIsUp ?? 'hold',
    ...(onTestFailure === undefined ? {} : { onTestFailure }),
  };
}

type GivenWindow = NonNullable<GivenGates['windows']>[number];
type GivenFreeze = NonNullable<GivenGates['freezes']>[number];

function toWindow(given: GivenWindow, zone: string | undefined): WindowRule {
  const { name, from, to, dates, except, starting } = given;
  const recurrence = recurrenceOf(given);
  return {
    name,
    timeZone: given.timeZone ?? zone ?? 'UTC',
    from,
    to,
    ...(recurrence === undefined ? {} : { recurrence }),
    ...(starting === undefined ? {} : { starting }),
    ...(dates === undefined ? {} : { dates }),
    ...(except === undefined ? {} : { except }),
  };
}

function recurrenceOf({ days, monthly, rrule }: GivenWindow): string | undefined {
  if (days !== undefined) return `FREQ=WEEKLY;BYDAY=${days.map(weekdayName).join(',')}`;
  if (monthly === undefined) return rrule;
  const nths = monthly.map((text) => {
    const [which = '', day = ''] = text.split(' ');
    const nth = ['first', 'second', 'third', 'fourth'].indexOf(which) + 1;
    return `${nth === 0 ? -1 : nth}${weekdayName(day)}`;
  });
  return `FREQ=MONTHLY;BYDAY=${nths.join(',')}`;
}

function weekdayName(day: string): string {
  return day.slice(0, 2).toUpperCase();
}

function toFreeze({ reason, from, to, timeZone, exempt }: GivenFreeze, zone: string | undefined): Freeze {
  const instantOf = (text: string): string => {
    const wall = parseWallTime(text);
    return new Date(wall === undefined ? Date.parse(text) : instantAt(timeZone ?? zone ?? 'UTC', wall)).toISOString();
  };
  return { reason, from: instantOf(from), to: instantOf(to), exempt };
}

function toWaves({ sizes, pauseMinutes }: NonNullable<GivenGates['waves']>): WaveRule {
  return {
    sizes: sizes.map((size) =>
      typeof size === 'number' ? { objects: size } : { percent: Number(size.replace('%', '')) },
    ),
    pauseMinutes,
  };
}

/** What is wrong with the gates that no schema can see: times without a zone, freezes that end before they begin. */
export function checkGates(yaml: YamlFile, given: GivenGates): readonly Diagnostic[] {
  const rules = toGateRules(given);
  const found: Diagnostic[] = [];
  const report = (path: readonly (string | number)[], text: string): void => {
    const place = yaml.locate([...path]);
    found.push(problem('SB2090', place, `${place.file}:${place.line}: ${text}`));
  };
  (given.windows ?? []).forEach(({ name, timeZone }, index) => {
    if (timeZone === undefined && given.timeZone === undefined)
      report(['windows', index], `the window ${name} has no time zone, and the environment names none.`);
  });
  (given.freezes ?? []).forEach((freeze, index) => {
    const isLocal = [freeze.from, freeze.to].some((text) => parseWallTime(text) !== undefined);
    if (isLocal && freeze.timeZone === undefined && given.timeZone === undefined)
      report(['freezes', index], 'the freeze has local times and no time zone, and the environment names none.');
    const read = rules?.freezes[index];
    if (read !== undefined && read.to <= read.from)
      report(['freezes', index, 'to'], 'the freeze ends before it begins.');
  });
  return found;
}
