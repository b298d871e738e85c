import { SignalboxError } from '../../core/index.ts';
import { failureOf, platformError } from '../errors.ts';

/**
 * Runs one request of a write that takes several. Once an earlier one has taken effect (`begun`), "nothing was written"
 * is no longer true of the whole, so every failure becomes `unknown` and the caller settles by reading.
 */
export async function inPartsOfOneWrite<Result>(begun: boolean, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (
      !begun ||
      failureOf(error) === undefined ||
      failureOf(error) === 'unknown' ||
      !(error instanceof SignalboxError)
    )
      throw error;
    const message = `A write of several requests stopped half-way: ${error.message}`;
    throw platformError('SB4007', {
      message,
      failure: 'unknown',
      context: { ...error.context, stoppedBy: error.code },
      cause: error,
    });
  }
}
