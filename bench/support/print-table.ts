/** One measured figure and what it should be. */
export interface Figure {
  readonly figure: string;
  readonly measured: number | string;
  readonly target: string;
}

/** Prints figures under a title, aligned; numbers with two decimals. */
export function printTable(title: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ figure, measured, target }) => [
    figure,
    typeof measured === 'number' ? measured.toFixed(2) : measured,
    target,
  ]);
  const width = Math.max(...rows.map(([figure]) => figure?.length ?? 0));
  const lines = rows.map(
    ([figure, measured, target]) =>
      `  ${(figure ?? '').padEnd(width)}  ${(measured ?? '').padStart(12)}  target ${target ?? ''}`,
  );
  process.stdout.write(`${title}\n${lines.join('\n')}\n`);
}
