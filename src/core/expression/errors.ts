import type { ErrorCodeMeaning } from '../error.ts';

/** What can be wrong with an expression. */
export const expressionErrorCodes = {
  SB2501: {
    summary: 'An expression can not be read.',
    remedy: 'Correct the expression at the marked place. Text is quoted, conditions use ==, &&, || and !.',
  },
  SB2502: {
    summary: 'An expression has no value for the data it met.',
    remedy: 'Check the names at the marked place; guard fields that may be missing with has(…).',
  },
  SB2503: {
    summary: 'An expression takes too many steps.',
    remedy: 'Filter first and avoid exists(…) or filter(…) inside another loop over many objects.',
  },
  SB2504: {
    summary: 'An expression is too long or nested too deeply.',
    remedy: 'Split it with let: actions, or move data into values of the environment.',
  },
  SB2505: {
    summary: 'The result of an expression can not be used.',
    remedy: 'Give a text, number, boolean, null, list or object; inside text give a text, number or boolean.',
  },
  SB2506: {
    summary: 'A condition is neither true nor false.',
    remedy: 'Compare the value with something, for example with == true.',
  },
  SB2507: {
    summary: 'An expression uses a name or function that does not exist there.',
    remedy: 'Use a name that the message lists; functions are in the documentation of expressions.',
  },
} as const satisfies Record<string, ErrorCodeMeaning>;

/** Codes of expression errors. */
export type ExpressionErrorCode = keyof typeof expressionErrorCodes;
