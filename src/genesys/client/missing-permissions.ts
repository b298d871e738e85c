const permissionPattern = /(?<![\w:*-])[a-zA-Z][\w-]*:[\w*-]+:[\w*-]+(?![\w:*-])/gu;

/** The permissions (`domain:entity:action`) that texts of a 403 name, each once, in the order they appear. */
export function permissionsNamedIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(permissionPattern) ?? []))];
}
