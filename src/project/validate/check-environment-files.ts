import type { Diagnostic } from '../../core/index.ts';
import { isExpired } from '../../core/index.ts';
import { problem } from '../files/problem.ts';
import type { LoadedEnvironment, LoadedProject } from '../project.ts';
import { checkSelectorExpression } from './check-expressions.ts';

/** What is wrong with environment files on this day: expired exceptions, and label selectors that can not be evaluated. */
export function checkEnvironmentFiles(project: LoadedProject, today: string): readonly Diagnostic[] {
  return project.environments.flatMap((environment) => [
    ...expiredExceptions(environment, today),
    ...environment.rules.labels.flatMap(({ where }, index) =>
      where === undefined ? [] : checkSelectorExpression(where, environment.locate(['labels', index, 'where'])),
    ),
  ]);
}

function expiredExceptions({ rules, locate }: LoadedEnvironment, today: string): readonly Diagnostic[] {
  return (rules.exceptions ?? []).flatMap((exception, index) => {
    if (!isExpired(exception, today)) return [];
    const { resource, field, owner, reason, expires } = exception;
    const place = locate(['exceptions', index]);
    const what = field === undefined ? resource : `${resource} ${field}`;
    return [
      problem('SB2062', place, `${place.file}:${place.line ?? 1}: the exception for ${what} held until ${expires}.`, {
        severity: 'warning',
        detail: `${owner} answered for it: ${reason}.`,
        address: resource,
      }),
    ];
  });
}
