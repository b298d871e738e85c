import { SignalboxError, type ErrorCodeMeaning } from '../core/index.ts';

/** What the command line itself refuses. */
export const cliErrorCodes = {
  SB6001: {
    summary: 'The command line has an unknown command, flag or value.',
    remedy: 'Run the command with --help to see what it takes.',
  },
  SB6002: {
    summary: 'A command that writes was started without a person to ask and without --yes.',
    remedy: 'Look at the plan first (signalbox simulate), then run the command again with --yes.',
  },
  SB6003: {
    summary: 'There is no such environment in the project.',
    remedy: 'Name an environment that signalbox.yaml lists, or add one under environments/.',
  },
  SB6004: {
    summary: 'There is no such changeset or artifact.',
    remedy: 'Give the path of a changeset or an artifact, or the name of a changeset of the project.',
  },
  SB6005: {
    summary: 'There is no such run.',
    remedy: 'List the runs with signalbox history and use the id of one of them.',
  },
  SB6006: {
    summary: 'The artifact has not succeeded in the environment before this one.',
    remedy: 'Deploy the same artifact there first; promote carries only what has been deployed and verified.',
  },
  SB6007: {
    summary: 'init found files that it would have to overwrite.',
    remedy: 'Start in an empty directory, or move those files away; init never overwrites.',
  },
  SB6008: {
    summary: 'A file could not be written.',
    remedy: 'Free some space or choose a directory that you may write to, then run the command again.',
  },
  SB6009: {
    summary: 'The command was stopped by a signal.',
    remedy: 'Run it again. A deployment that was stopped is continued with signalbox resume.',
  },
  SB6010: {
    summary: 'The files of the project have errors.',
    remedy: 'Correct what is listed; signalbox validate shows it again without deploying anything.',
  },
  SB6012: {
    summary: 'An environment names no credential for what is to be done.',
    remedy:
      'Name one in its file under connection.credentials, or set GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET.',
  },
  SB6013: {
    summary: 'The deployment was not confirmed.',
    remedy: 'Nothing was written. Run the command again and answer yes, or give --yes.',
  },
  SB6015: {
    summary: 'What --decision names is no plan that a simulation of this environment wrote.',
    remedy: 'Give the digest that simulate prints, or the file that simulate --out wrote.',
  },
  SB6016: {
    summary: 'The gateway of the environment wants a user and a password, which Signalbox can not send.',
    remedy:
      'Let the gateway admit this machine otherwise (by network or certificate), then take connection.gateway.credentials out of the environment file and unset GENESYSCLOUD_GATEWAY_AUTH_USERNAME.',
  },
  SB6020: {
    summary: 'The demo could not be set up.',
    remedy: 'Run it in a clone of the repository, with ./dev demo: it needs the examples and the development packages.',
  },
  SB6021: {
    summary: 'A claim of the demo does not hold; this is a fault of Signalbox or of its simulator.',
    remedy: 'Report what the demo printed. With --keep its project and its simulator stay for a look.',
  },
  SB6022: {
    summary: 'A replay of an export into a simulated organisation did not come to its end.',
    remedy: 'Report what it says with the document that it names; without that document the replay goes on.',
  },
  SB6023: {
    summary: 'There is nothing to replay in a folder.',
    remedy:
      'Give the folder of a project, or a folder that signalbox export wrote: environments/<name>/live, or config.',
  },
  SB6030: {
    summary: 'Flags of build do not go together.',
    remedy: 'Build a changeset by its name, or what changed since a revision with --from; build --help shows both.',
  },
  SB6031: {
    summary: 'The changeset that is to be saved would replace a file.',
    remedy: 'Choose another name, or delete the file first: what somebody wrote is not replaced.',
  },
  SB6040: {
    summary: 'A credential belongs to another region than its environment.',
    remedy: 'Name the credential of this environment, or correct organisation.region in its file.',
  },
  SB6060: {
    summary: 'A file is no snapshot that can be used.',
    remedy: 'Take the snapshot again with signalbox snapshot; it is refused when a byte of it changed.',
  },
  SB6062: {
    summary: 'A snapshot or a credential is of another environment or organisation.',
    remedy: 'Use the snapshot of this environment, or correct organisation.id or the credential in its file.',
  },
  SB6050: {
    summary: 'What was named is neither a plan file nor a run.',
    remedy: 'Give a file that signalbox simulate --out wrote, or the id of a run that signalbox history lists.',
  },
  SB6051: {
    summary: 'The plans to compare are for another environment than the one to ask.',
    remedy: 'Name the environment of the plans with --env, or leave --env out to compare without asking anybody.',
  },
  SB6024: {
    summary: 'The Node that runs Signalbox is too old.',
    remedy: 'Put Node 22 or later first on the PATH; ./dev brings one of its own.',
  },
  SB6041: {
    summary: 'There is no saved export or snapshot of an environment.',
    remedy: 'Write one with signalbox export --env <name>, or name a folder or a snapshot: --saved <name>=<path>.',
  },
  SB6052: {
    summary: 'There is no such diagnostic code.',
    remedy: 'Take the code from the message as it stands, such as SB1008; docs/diagnostics.md lists all of them.',
  },
  SB6099: {
    summary: 'Something happened that Signalbox did not expect; this is a fault of Signalbox.',
    remedy:
      'Run the command again with --verbose and report what it prints. If a deployment was running: signalbox resume.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeMeaning>>;

/** A code of the command line. */
export type CliErrorCode = keyof typeof cliErrorCodes;

/** The error of a code with its documented remedy, unless a better one is given. */
export function cliError(
  code: CliErrorCode,
  message: string,
  more: { readonly remedy?: string; readonly cause?: unknown } = {},
): SignalboxError<CliErrorCode> {
  const remedy = more.remedy ?? cliErrorCodes[code].remedy;
  return new SignalboxError({ code, message, remedy, ...(more.cause === undefined ? {} : { cause: more.cause }) });
}
