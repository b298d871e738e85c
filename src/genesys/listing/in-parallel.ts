/** The results of all tasks, in order, at most `width` of them under way. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await run(items[index] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

/** The results of all tasks one after another, in order, with at most `width` of them under way or waiting to be taken. */
export async function* readAhead<Item, Result>(
  items: Iterable<Item>,
  width: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void> {
  const started: Promise<Result>[] = [];
  for (const item of items) {
    const task = run(item);
    // Whoever takes the result sees the failure; one that is never taken must not end the process.
    task.catch(() => undefined);
    started.push(task);
    const oldest = started.length < width ? undefined : started.shift();
    if (oldest !== undefined) yield await oldest;
  }
  for (const task of started) yield await task;
}
