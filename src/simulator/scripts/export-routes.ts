import type { Context, OpenContext } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { readableEntity } from '../entity/visibility.ts';
import type { OpenRoute, Route } from '../feature.ts';
import { uuidFrom } from '../kernel/ids.ts';
import type { Entity } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Organisation } from '../state/organisation.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { publishedType, scriptType } from './script.ts';
import { scriptFile } from './script-file.ts';

/** Gives out the address of a script's file, in the version asked for. */
export const exportRoute: Route = describedRoute('postScriptExport', exportScript, { any: ['scripter:script:view'] });

/** The file of a script, for everybody who knows the address. */
export const scriptDownloadRoute: OpenRoute = {
  method: 'GET',
  path: '/downloads/scripts/{organisationId}/{scriptId}/{versionId}',
  handle: download,
};

function exportScript(context: Context): Reply {
  const { organisation, world, baseUrl } = context;
  const script = readableEntity(context, scriptType, context.params['scriptId'] ?? '');
  const body = checkBody(context.body ?? {}, 'ExportScriptRequest');
  const versionId = String(body['versionId'] ?? script['versionId']);
  if (!versionOf(organisation, script.id, versionId)) throw notFound('version of the script', versionId);
  const signature = uuidFrom(`${world.seed}/signature/${versionId}`);
  const url = `${baseUrl}/downloads/scripts/${organisation.id}/${script.id}/${versionId}?signature=${signature}`;
  return { status: 200, body: { url } };
}

function download(open: OpenContext): Reply {
  const { organisationId = '', scriptId = '', versionId = '' } = open.params;
  const organisation = open.world.organisations.get(organisationId);
  const script = organisation && versionOf(organisation, scriptId, versionId);
  const isSigned = open.query.get('signature') === uuidFrom(`${open.world.seed}/signature/${versionId}`);
  if (!organisation || !script || !isSigned) throw notFound('file', scriptId);
  return { status: 200, body: scriptFile(organisation, script) };
}

/** The script as it is edited or as it is published, whichever has that version. */
function versionOf(organisation: Organisation, id: string, versionId: string): Entity | undefined {
  return [scriptType, publishedType]
    .flatMap((type) => organisation.collection(type.name).current(id) ?? [])
    .find((script) => script['versionId'] === versionId);
}
