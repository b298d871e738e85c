import { scheduleStateAt, type ScheduleTimes } from './schedule-state.ts';

/** A schedule that a group names. `times` is undefined where the schedule could not be read. */
export interface NamedSchedule {
  readonly name: string;
  readonly times: ScheduleTimes | undefined;
}

/** A schedule group with the schedules it names, each list in any order. */
export interface ScheduleGroup {
  /** IANA name; the platform takes UTC where a group has none. */
  readonly timeZone?: string | undefined;
  readonly open: readonly NamedSchedule[];
  readonly closed: readonly NamedSchedule[];
  readonly holiday: readonly NamedSchedule[];
}

/** What a schedule group says at an instant, and which of its schedules decided; none did where `by` is absent. */
export interface ScheduleGroupState {
  readonly state: 'open' | 'closed' | 'holiday';
  readonly by?: string | undefined;
  /** Schedules that could have decided otherwise and can not be told, each one sentence. Then `state` is a guess. */
  readonly unknown: readonly string[];
}

/**
 * What the group says at the instant: holidays come before closed hours, those before open hours, and outside all of them it
 * is closed. Source: Genesys Cloud Resource Center, "Schedule groups". Emergencies come before and are not the group's.
 */
export function scheduleGroupStateAt(group: ScheduleGroup, instantMs: number): ScheduleGroupState {
  const timeZone = group.timeZone ?? 'UTC';
  const unknown: string[] = [];
  const find = (schedules: readonly NamedSchedule[]): string | undefined => {
    for (const { name, times } of schedules) {
      const found =
        times === undefined
          ? { state: 'unknown' as const, why: 'it could not be read' }
          : scheduleStateAt(times, timeZone, instantMs);
      if (found.state === 'open') return name;
      if (found.state === 'unknown') unknown.push(`${name}: ${found.why}`);
    }
    return undefined;
  };
  for (const state of ['holiday', 'closed', 'open'] as const) {
    const by = find(group[state]);
    if (by !== undefined) return { state, by, unknown };
  }
  return { state: 'closed', unknown };
}
