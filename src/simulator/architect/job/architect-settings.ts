import type { Organisation } from '../../state/organisation.ts';

/** How Architect's jobs behave in an organisation. */
export type ArchitectSettings = {
  /** From the upload to the end of a publish job, in milliseconds. */
  readonly publishJobMs: number;
  /** From registration to the end of an export or validate job, in milliseconds. */
  readonly exportJobMs: number;
  /** Export jobs per minute and caller before 429; a limit of its own beside the general one. */
  readonly exportJobsPerMinute: number;
  /** From the upload of a prompt's audio until it is transcoded, in milliseconds. */
  readonly transcodeMs: number;
};

/** Short jobs, so that demonstrations do not wait; the platform's export limit is not documented. */
export const defaultArchitectSettings: ArchitectSettings = {
  publishJobMs: 400,
  exportJobMs: 150,
  exportJobsPerMinute: 200,
  transcodeMs: 1000,
};

const shelf = 'architect.settings';

/** The settings in force. */
export function architectSettings(organisation: Organisation): ArchitectSettings {
  return { ...defaultArchitectSettings, ...organisation.ledger(shelf).current(shelf) };
}

/** Changes some settings from now on. */
export function changeArchitectSettings(organisation: Organisation, change: Partial<ArchitectSettings>): void {
  organisation.ledger(shelf).put({ ...organisation.ledger(shelf).current(shelf), ...change, id: shelf });
}
