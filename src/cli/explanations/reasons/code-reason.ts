/** What is behind a diagnostic code, for `signalbox explain` and `docs/diagnostics.md`. */
export interface CodeReason {
  readonly why: string;
  /** What leads to it, what it says, or what to type next; several lines. */
  readonly example: string;
}
