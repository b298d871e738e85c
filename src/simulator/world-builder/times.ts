/** What `make` returns for 0, 1, 2 … up to `count` times. */
export function times<Made>(count: number, make: (index: number) => Made): readonly Made[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
