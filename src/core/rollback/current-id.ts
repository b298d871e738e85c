/**
 * The id that an object has now, after all times that it, or what it hangs under, was made anew; `newIds` says for an old
 * id the one that took its place.
 */
export function currentId(newIds: Readonly<Record<string, string>>, id: string): string {
  const whole = newIds[id];
  if (whole !== undefined) return currentId(newIds, whole);
  const slash = id.lastIndexOf('/');
  const moved = slash < 0 ? id : currentId(newIds, id.slice(0, slash)) + id.slice(slash);
  return moved === id ? id : currentId(newIds, moved);
}
