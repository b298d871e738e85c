import type { Platform, Store } from '../ports.ts';
import type { DeployPorts } from '../run/index.ts';

/** The process is dead; nothing it still tries has any effect. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Ports of a process that dies at a boundary. */
export interface MortalPorts {
  readonly ports: DeployPorts;
  /** Boundaries passed so far; the process dies at the one it was given. */
  readonly passed: () => number;
}

/**
 * Ports of a process that dies at its `dieAt`-th boundary: the instants before and after every durable or outside write.
 * After that every call throws, sleeps included.
 */
export function createMortalPorts(ports: DeployPorts, dieAt: number): MortalPorts {
  const life = { passed: 0, isDead: false };
  const boundary = (): void => {
    if (life.isDead) throw new Crash();
    life.passed += 1;
    if (life.passed !== dieAt) return;
    life.isDead = true;
    throw new Crash();
  };
  const alive = <Args extends readonly unknown[], Value>(
    call: (...args: Args) => Promise<Value>,
  ): ((...args: Args) => Promise<Value>) => {
    return async (...args) => {
      if (life.isDead) throw new Crash();
      const value = await call(...args);
      if (life.isDead) throw new Crash();
      return value;
    };
  };
  const writing = <Args extends readonly unknown[], Value>(
    call: (...args: Args) => Promise<Value>,
  ): ((...args: Args) => Promise<Value>) => {
    return async (...args) => {
      boundary();
      const value = await call(...args);
      boundary();
      return value;
    };
  };
  return {
    ports: {
      ...ports,
      platform: mortalPlatform(ports.platform, alive, writing),
      store: mortalStore(ports.store, alive, writing),
      clock: { now: ports.clock.now, sleep: alive(ports.clock.sleep) },
    },
    passed: () => life.passed,
  };
}

type Wrap = <Args extends readonly unknown[], Value>(
  call: (...args: Args) => Promise<Value>,
) => (...args: Args) => Promise<Value>;

function mortalPlatform(platform: Platform, alive: Wrap, writing: Wrap): Platform {
  return {
    identify: alive(platform.identify),
    list: alive(platform.list),
    listPart: alive(platform.listPart),
    read: alive(platform.read),
    readContent: alive(platform.readContent),
    consumers: alive(platform.consumers),
    obstacles: alive(platform.obstacles),
    audits: alive(platform.audits),
    settleTicket: alive(platform.settleTicket),
    create: writing(platform.create),
    update: writing(platform.update),
    remove: writing(platform.remove),
    ...(platform.restore === undefined ? {} : { restore: writing(platform.restore) }),
  };
}

function mortalStore(store: Store, alive: Wrap, writing: Wrap): Store {
  return {
    ...store,
    acquireLease: alive(store.acquireLease),
    renewLease: alive(store.renewLease),
    releaseLease: alive(store.releaseLease),
    findRun: alive(store.findRun),
    listRuns: alive(store.listRuns),
    readJournal: alive(store.readJournal),
    readBaseline: alive(store.readBaseline),
    listClaims: alive(store.listClaims),
    addRun: writing(store.addRun),
    changeRun: writing(store.changeRun),
    appendJournal: writing(store.appendJournal),
    writeBaseline: writing(store.writeBaseline),
    addClaims: writing(store.addClaims),
    dropClaims: writing(store.dropClaims),
  };
}
