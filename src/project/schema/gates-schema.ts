import * as z from 'zod';
import { isTimeZone, parseDay, parseRecurrence, parseTimeOfDay, parseWallTime } from '../../core/gates/index.ts';
import { someText, strictObject } from './strict-object.ts';

const timeZone = someText.refine(isTimeZone, 'Give a time zone such as Europe/Dublin.');
const date = z.string().refine((text) => parseDay(text) !== undefined, 'Give a date such as 2026-12-25.');
const timeOfDay = z
  .string()
  .refine((text) => parseTimeOfDay(text) !== undefined, 'Give a time in quotes such as "20:00"; "24:00" ends the day.');
const moment = z
  .string()
  .refine(
    (text) => parseWallTime(text) !== undefined || isInstant(text),
    'Give a local time such as 2026-12-20T18:00, a date, or an instant with its offset.',
  );
const rrule = someText.refine((text) => !('problem' in parseRecurrence(text)), {
  error: ({ input }) => problemOf(String(input)),
});
const nthWeekday = z
  .string()
  .regex(
    /^(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day$/u,
    'Say which one: first, second, third, fourth or last, and the day: "second saturday".',
  );
const lane = z.enum(['standard', 'normal', 'emergency']);
const passable = z.array(z.enum(['windows', 'freezes'])).default([]);
const outcome = z.enum(['compensate', 'hold']);

const windowSchema = strictObject({
  name: someText,
  timeZone: timeZone.optional().describe('whose clocks count; the timeZone of the environment without it'),
  days: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .optional()
    .describe('days of the week on which it opens'),
  monthly: z.array(nthWeekday).min(1).optional().describe('days of the month on which it opens: second saturday'),
  dates: z.array(date).min(1).optional().describe('dates on which it opens'),
  rrule: rrule.optional().describe('RFC 5545 rule of the days on which it opens'),
  starting: date.optional().describe('first day of the rrule'),
  except: z.array(date).min(1).optional().describe('dates on which it stays closed'),
  from: timeOfDay.default('00:00'),
  to: timeOfDay.default('24:00').describe('on the next day where it is not after from'),
})
  .refine(
    ({ days, monthly, dates, rrule: rule }) =>
      [days, monthly, dates, rule].filter((way) => way !== undefined).length <= 1,
    'Give one of days, monthly, dates and rrule; without any it opens every day.',
  )
  .refine(({ rrule: rule, starting }) => (rule === undefined) === (starting === undefined), {
    error: 'Give rrule and starting together: the rule counts from that day.',
  });

const freezeSchema = strictObject({
  reason: someText,
  from: moment,
  to: moment.describe('not included'),
  timeZone: timeZone.optional(),
  exempt: z.array(lane).default([]).describe('lanes that it does not stop'),
});

const lanesSchema = strictObject({
  standard: strictObject({
    passes: passable,
    preApproved: z
      .array(
        strictObject({
          type: someText.describe('resource type; * stands for any text'),
          kinds: z
            .array(z.enum(['create', 'update', 'rename', 'delete']))
            .min(1)
            .default(['update']),
          fields: z.array(someText).min(1).optional().describe('dotted fields that may change; without it all'),
        }),
      )
      .default([])
      .describe('what the standard lane takes; without it nothing'),
    maxObjects: z.int().min(1).optional(),
  }).prefault({}),
  emergency: strictObject({
    passes: passable.describe('what an emergency with an incident number passes by'),
  }).prefault({}),
});

const waveSize = z.union([
  z.int().min(1),
  z.string().regex(/^(?:100|[1-9]\d?)%$/u, 'Give a number of objects or a share such as "10%".'),
]);

/** What an environment file says of when and how deployments run; all of it optional. */
export const gateShape = {
  timeZone: timeZone.optional().describe('for windows and freezes that name none'),
  windows: z.array(windowSchema).min(1).optional().describe('when deployments may run; without any always'),
  freezes: z.array(freezeSchema).optional().describe('when nothing is deployed'),
  lanes: lanesSchema.optional(),
  waves: strictObject({
    sizes: z.array(waveSize).min(1).describe('objects of each wave, or its share of all; the last one repeats'),
    pauseMinutes: z.number().min(0).max(1_440).default(0),
  }).optional(),
  deadlineMinutes: z.number().min(1).optional().describe('for the whole run; afterwards no new step starts'),
  whenTimeIsUp: outcome
    .optional()
    .describe('when the window ends, a freeze begins or the deadline passes while steps are left; hold by default'),
  onTestFailure: outcome.optional().describe('when a test does not pass; as onFailure by default'),
} as const;

const gateSchema = z.object(gateShape);

/** What `gateShape` gives. */
export type GivenGates = z.output<typeof gateSchema>;

function isInstant(text: string): boolean {
  return /T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(text) && !Number.isNaN(Date.parse(text));
}

function problemOf(text: string): string {
  const rule = parseRecurrence(text);
  return 'problem' in rule ? `${rule.problem}.` : '';
}
