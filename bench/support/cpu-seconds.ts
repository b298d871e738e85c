/** What the work gives, with the CPU time of this process that it took. */
export function cpuSeconds<Value>(work: () => Value): { readonly value: Value; readonly seconds: number } {
  const started = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(started);
  return { value, seconds: (user + system) / 1e6 };
}
