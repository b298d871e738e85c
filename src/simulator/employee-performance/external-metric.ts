import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { textOf } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';

const mostDecimals = 5;

/** Metrics from outside. A currency says which one; nothing uses a metric, so each can be deleted. */
export const externalMetricType: EntityType = describedType('employeeperformance_externalmetrics_definitions', {
  label: 'external metric definition',
  audit: { service: 'EmployeePerformance' },
  uniqueName: { status: 409, code: 'general.conflict' },
  hooks: {
    check: (_context, metric) => {
      const precision = Number(metric['precision']);
      if (!Number.isInteger(precision) || precision < 0 || precision > mostDecimals) throw wrong('precision');
      if (textOf(metric, 'unit') === 'Currency' && textOf(metric, 'unitDefinition') === '')
        throw wrong('unitDefinition');
    },
    present: () => ({ inUse: false }),
  },
});

function wrong(fieldName: string): Error {
  const details = [{ errorCode: 'invalid.value', fieldName }];
  return badRequest(`The value of field [${fieldName}] is missing or out of range.`, 'invalid.value', { details });
}
