import type { Platform } from '../ports.ts';

/** The platform with every call counted. */
export function countCalls(platform: Platform): { readonly platform: Platform; readonly count: () => number } {
  let calls = 0;
  const counting = <Args extends readonly unknown[], Value>(
    call: (...args: Args) => Value,
  ): ((...args: Args) => Value) => {
    return (...args) => {
      calls += 1;
      return call(...args);
    };
  };
  const { readBack, restore } = platform;
  const counted: Platform = {
    identify: counting(platform.identify),
    list: counting(platform.list),
    listPart: counting(platform.listPart),
    read: counting(platform.read),
    ...(readBack === undefined ? {} : { readBack: counting(readBack) }),
    readContent: counting(platform.readContent),
    consumers: counting(platform.consumers),
    obstacles: counting(platform.obstacles),
    audits: counting(platform.audits),
    create: counting(platform.create),
    update: counting(platform.update),
    remove: counting(platform.remove),
    settleTicket: counting(platform.settleTicket),
    ...(restore === undefined ? {} : { restore: counting(restore) }),
  };
  return { platform: counted, count: () => calls };
}
