import type { Json } from './json/json.ts';

/** What a reader needs besides the message: addresses, ids, correlation ids. Never a secret. */
export type ErrorContext = Readonly<Record<string, Json>>;

/** What a folder says of one of its error codes; the source of `docs/diagnostics.md`. */
export interface ErrorCodeMeaning {
  readonly summary: string;
  readonly remedy: string;
}

/** The one error that Signalbox throws when an operation can not go on. Branch on `code`, never on the message. */
export class SignalboxError<Code extends string = string> extends Error {
  override readonly name = 'SignalboxError';
  readonly code: Code;
  /** What to do next, as a sentence. */
  readonly remedy: string;
  readonly context: ErrorContext;

  constructor(fields: { code: Code; message: string; remedy: string; context?: ErrorContext; cause?: unknown }) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.code = fields.code;
    this.remedy = fields.remedy;
    this.context = fields.context ?? {};
  }
}
