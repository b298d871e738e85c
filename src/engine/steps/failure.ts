import { SignalboxError } from '../../core/index.ts';
import type { PlatformFailure } from '../ports.ts';
import type { StepError } from '../report.ts';

const failures: readonly string[] = [
  'conflict',
  'rejected',
  'gone',
  'forbidden',
  'unavailable',
  'unknown',
  'obstructed',
] satisfies readonly PlatformFailure[];

/** How a platform error bears on the step, or undefined when it is no platform error. */
export function failureOf(error: unknown): PlatformFailure | undefined {
  if (!(error instanceof SignalboxError)) return undefined;
  const failure = error.context['failure'];
  return typeof failure === 'string' && failures.includes(failure) ? (failure as PlatformFailure) : undefined;
}

/** The error as plain data. */
export function toStepError(error: SignalboxError): StepError {
  const correlationId = error.context['correlationId'];
  return {
    code: error.code,
    message: error.message,
    remedy: error.remedy,
    ...(typeof correlationId === 'string' ? { correlationId } : {}),
  };
}
