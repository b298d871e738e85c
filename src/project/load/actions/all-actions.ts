import type { AuthoredAction } from '../../project.ts';

/** All actions, each before those inside it. */
export function allActions(actions: readonly AuthoredAction[]): readonly AuthoredAction[] {
  return actions.flatMap((authored) => [authored, ...allActions(authored.inner)]);
}
