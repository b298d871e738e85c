import { digestText, type JsonObject } from '../../core/index.ts';
import {
  toDocument,
  type ContentSnapshot,
  type LiveObject,
  type ResourceDescriptor,
} from '../../core/resource/index.ts';
import { nowIso } from '../run/run-context.ts';
import type { Clock, PlatformReader } from '../ports.ts';
import { readPatiently } from './patience.ts';

/** Where one looks, and where exported texts are kept. */
export interface ObservePorts {
  readonly platform: Pick<PlatformReader, 'read' | 'readBack' | 'readContent'>;
  readonly clock: Clock;
  readonly texts: Map<string, string>;
}

/** One object, freshly read. */
export interface Observed {
  readonly readAt: string;
  readonly live: LiveObject;
  /** Linked, content included when it was asked for. */
  readonly document: JsonObject;
  readonly content?: ContentSnapshot | undefined;
}

/** The object as it is now, or undefined when it is not there. `withContent` also exports its content, where it has any. */
export async function observe(
  context: ObservePorts,
  descriptor: ResourceDescriptor,
  id: string,
  withContent: boolean,
): Promise<Observed | undefined> {
  const readAt = nowIso(context.clock);
  const live = await readPatiently(context.clock, () => context.platform.read(descriptor.type, id));
  return live === undefined ? undefined : observeLive(context, descriptor, { live, readAt }, withContent);
}

/** The same to look at what was just written: cheaper when many look at once, and perhaps a little late. */
export async function observeBack(
  context: ObservePorts,
  descriptor: ResourceDescriptor,
  id: string,
  withContent: boolean,
): Promise<Observed | undefined> {
  const { platform } = context;
  const readAt = nowIso(context.clock);
  const live = await readPatiently(context.clock, () => (platform.readBack ?? platform.read)(descriptor.type, id));
  return live === undefined ? undefined : observeLive(context, descriptor, { live, readAt }, withContent);
}

/** The same for an object that was read already. */
export async function observeLive(
  context: ObservePorts,
  descriptor: ResourceDescriptor,
  read: { readonly live: LiveObject; readonly readAt: string },
  withContent: boolean,
): Promise<Observed> {
  const document = toDocument(descriptor, read.live);
  const field = descriptor.content?.field;
  if (field === undefined || !withContent) return { ...read, document };
  const content = await readPatiently(context.clock, () => context.platform.readContent(descriptor.type, read.live.id));
  if (content === undefined) return { ...read, document };
  const digest = digestText(content.text);
  context.texts.set(digest, content.text);
  return { ...read, document: { ...document, [field]: { $content: digest } }, content };
}
