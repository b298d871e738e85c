import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { storeError } from '../errors.ts';
import { canEnter, type Account } from './account.ts';
import { sharedPlace } from './binary-copy.ts';

/** Where one embedded server keeps its things. */
export interface Place {
  /** Real path; `data`, `server.log` and normally `socket` lie in it. */
  readonly home: string;
  readonly data: string;
  readonly log: string;
}

/** The longest socket path that every system takes; Linux has 107 bytes, macOS 103. */
const longestSocketPath = 103;
const socketName = '.s.PGSQL.5432';
const recordName = 'moved-to.json';

/**
 * The place for the server of `directory` (made when missing). Where the account can not reach it, because a parent
 * is private, root's data lies below `/var/lib/signalbox` and the directory holds a record of where. Throws SB5013.
 */
export function findPlace(directory: string, account: Account): Place {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    const asked = realpathSync(directory);
    const record = join(asked, recordName);
    if (existsSync(record)) return placeAt(recordedHome(record));
    if (existsSync(join(asked, 'data')) || canEnter(account, asked)) return placeAt(asked);
    const moved = join(sharedPlace, `store-${shortDigest(asked)}`);
    mkdirSync(moved, { recursive: true, mode: 0o755 });
    chmodSync(sharedPlace, 0o755);
    writeFileSync(record, `${JSON.stringify({ home: moved })}\n`);
    return placeAt(moved);
  } catch (cause) {
    throw storeError('SB5013', `${directory} can not be used for the store: ${reasonOf(cause)}.`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EEXIST: 'a file stands where a directory belongs',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EROFS: 'the disk is read-only',
};

/** The directory for the server's socket, private to the account: in its home, or a short one where that is too long. */
export function prepareSocketDirectory(place: Place, account: Account): string {
  const near = join(place.home, 'socket');
  const fits = Buffer.byteLength(join(near, socketName)) <= longestSocketPath && /^[\w/.@+-]+$/.test(near);
  const directory = fits ? near : `/tmp/signalbox-${account.uid}-${shortDigest(place.home)}`;
  makePrivate(directory, account);
  return directory;
}

/** Makes a directory that only the account can enter. Throws SB5013 when somebody else's stands there. */
export function makePrivate(directory: string, account: Account): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
    if (account.isOther) chownSync(directory, account.uid, account.gid);
  } catch (cause) {
    if (!existsSync(directory)) throw storeError('SB5013', `${directory} can not be made.`, { cause });
  }
  awaitOwner(directory, account);
  chmodSync(directory, 0o700);
}

function awaitOwner(directory: string, account: Account): void {
  const found = lstatSync(directory);
  if (found.uid === account.uid && found.isDirectory()) return;
  if (account.isOther && found.uid === 0) return chownSync(directory, account.uid, account.gid);
  throw storeError(
    'SB5013',
    `${directory} belongs to the user with id ${found.uid}, and PostgreSQL runs as ${account.name}.`,
  );
}

function recordedHome(record: string): string {
  const parsed: unknown = JSON.parse(readFileSync(record, 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'home' in parsed && typeof parsed.home === 'string') {
    return parsed.home;
  }
  throw new TypeError(`${record} names no home`);
}

function placeAt(home: string): Place {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return { home, data: join(home, 'data'), log: join(home, 'server.log') };
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
