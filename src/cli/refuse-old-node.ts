import { cliError } from './errors.ts';

const oldest = 22;

/** Throws SB6024 for a version of Node (`20.20.2`) that Signalbox does not run on: it would fail later, and unclearly. */
export function refuseOldNode(version: string): void {
  if (Number.parseInt(version, 10) >= oldest) return;
  throw cliError('SB6024', `Signalbox needs Node ${oldest} or later; this is Node ${version}`);
}
