import { addressOf } from '../world/label.ts';
import { documentOf } from '../world/projected-object.ts';
import { report, type World } from '../world/world.ts';

/** Refuses creations that lack a field the platform asks for. */
export function checkRequiredFields(world: World): void {
  for (const objects of world.objects.values()) {
    for (const object of objects.values()) {
      if (
        object.live !== undefined ||
        !object.exists ||
        object.actions.size === 0 ||
        object.descriptor.shape.kind === 'facet'
      )
        continue;
      const document = documentOf(object);
      const lacking = object.descriptor.required.filter(
        (field) => (document[field] ?? object.deleted?.body[field] ?? null) === null,
      );
      const address = addressOf(world, object);
      for (const field of lacking)
        report(world, 'SB1015', `${address} is new and has no "${field}".`, {
          address,
          ...(object.source === undefined ? {} : { source: object.source }),
        });
    }
  }
}
