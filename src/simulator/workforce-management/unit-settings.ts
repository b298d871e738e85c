import type { Context } from '../context.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, layered, textOf, withoutNulls, type JsonObject } from '../kernel/values.ts';
import { conflict } from '../wire/platform-error.ts';

const defaults: JsonObject = {
  shortTermForecasting: { defaultHistoryWeeks: 8 },
  scheduling: {
    messageSeverities: [],
    syncTimeOffProperties: ['PayableMinutes'],
    enableTimeOffFullDayEstimation: false,
    serviceGoalImpact: {
      serviceLevel: { increaseByPercent: 20, decreaseByPercent: 20 },
      averageSpeedOfAnswer: { increaseByPercent: 20, decreaseByPercent: 20 },
      abandonRate: { increaseByPercent: 20, decreaseByPercent: 20 },
    },
    allowWorkPlanPerMinuteGranularity: false,
    activitySmoothingType: 'ReduceConcurrentActivitiesAcrossBu',
    induceScheduleVariability: false,
  },
};

/** The settings of a new business unit: what was said, the defaults for the rest, and metadata of version 1. */
export function newSettings(context: Context, given: JsonObject): JsonObject {
  return { ...layered(defaults, answered(given)), metadata: metadataOf(context, undefined) };
}

/**
 * Changed settings. First day of the week and time zone stay what they were. PlatformError 409 when the version in the
 * metadata is not the present one.
 */
export function changedSettings(context: Context, given: JsonObject, before: JsonObject): JsonObject {
  const { metadata, startDayOfWeek: _day, timeZone: _zone, ...rest } = given;
  const known = isObject(before['metadata']) ? before['metadata'] : {};
  const version = isObject(metadata) ? metadata['version'] : undefined;
  if (version !== known['version'])
    throw conflict(
      `Version ${String(version)} of the settings is not the present version ${String(known['version'])}.`,
    );
  return { ...layered(before, answered(rest)), metadata: metadataOf(context, known) };
}

/** Requests wrap sets and name activity codes by id; answers do neither. */
function answered({ scheduling, learning, coaching, ...settings }: JsonObject): JsonObject {
  return withoutNulls({
    ...settings,
    scheduling: isObject(scheduling) ? schedulingOf(scheduling) : undefined,
    learning: isObject(learning) ? activityOf(learning) : undefined,
    coaching: isObject(coaching) ? activityOf(coaching) : undefined,
  });
}

function schedulingOf({ syncTimeOffProperties: wrapped, ...scheduling }: JsonObject): JsonObject {
  return isObject(wrapped) ? { ...scheduling, syncTimeOffProperties: wrapped['values'] ?? [] } : scheduling;
}

function activityOf(activity: JsonObject): JsonObject {
  const id = textOf(activity, 'defaultActivityCodeId');
  return id === '' ? {} : { defaultActivityCode: { id } };
}

function metadataOf({ now, caller }: Context, before: JsonObject | undefined): JsonObject {
  const [date, user] = [isoDate(now), { id: caller.subjectId }];
  return {
    version: Number(before?.['version'] ?? 0) + 1,
    dateCreated: before?.['dateCreated'] ?? date,
    createdBy: before?.['createdBy'] ?? user,
    dateModified: date,
    modifiedBy: user,
  };
}
