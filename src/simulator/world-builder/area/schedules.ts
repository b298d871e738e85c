import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** Schedules and groups of them. */
export const scheduleArea: Area = {
  shares: { architect_schedules: { part: 0.02 }, architect_schedulegroups: { part: 0.012 } },
  build: (draft) => {
    times(draft.count('architect_schedules'), () => addSchedule(draft));
    times(draft.count('architect_schedulegroups'), () => addGroup(draft));
  },
};

const rules = [
  'FREQ=DAILY;INTERVAL=1',
  'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25',
];

function addSchedule({ add, division, names, random }: Draft): void {
  const hour = 6 + random.below(6);
  const day = `2024-0${1 + random.below(9)}-1${random.below(9)}`;
  add('architect_schedules', {
    name: names.thing('architect_schedules'),
    division: division(),
    start: `${day}T${String(hour).padStart(2, '0')}:00:00.000000`,
    end: `${day}T${hour + 8}:30:00.000000`,
    rrule: random.of(rules),
  });
}

function addGroup({ add, division, made, names, random }: Draft): void {
  const some = (count: number): readonly object[] =>
    random.some(made('architect_schedules'), count).map(({ id }) => ({ id }));
  add('architect_schedulegroups', {
    name: names.thing('architect_schedulegroups'),
    division: division(),
    timeZone: random.of(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Etc/UTC']),
    openSchedules: some(1 + random.below(3)),
    closedSchedules: some(random.below(2)),
    holidaySchedules: some(random.below(3)),
  });
}
