import { placeOf } from './place.ts';
import { isNode, lineAt, walk, type Node, type Source, type Violation } from './source.ts';

const genericAreas = ['core', 'engine'];
const typeName =
  /^(genesyscloud_)?(routing|architect|auth|integration|outbound|telephony|quality|recording|employeeperformance|journey|knowledge|processautomation|responsemanagement|task_management|webdeployments|externalcontacts|flow|group|user)_[a-z_]+(\/.*)?$/s;
/** Types whose name is an ordinary word: objected to only where a resource's type is compared with them. */
const plainWordTypes = ['flow', 'user', 'group', 'location', 'script', 'integration', 'team', 'site'];

/** Where what is known of the platform's call routing names its types, as data. */
const knowledgeFiles: readonly string[] = ['src/core/route/route-types.ts'];

/** Core and engine treat all resource types alike: what is special about one is a capability of its descriptor. */
export function noTypeNames(sources: readonly Source[]): readonly Violation[] {
  return sources.filter(isGeneric).flatMap((source) => {
    const found: Violation[] = [];
    walk(source.program, (node, ancestors) => {
      const name = textOf(node);
      if (name === undefined || !(typeName.test(name) || isComparedType(name, node, ancestors))) return;
      found.push({
        path: source.path,
        line: lineAt(source.text, node.start),
        message: `names the resource type '${name}'; make it a capability of the descriptor`,
      });
    });
    return found;
  });
}

/** Built-in checks name the types they are about, as data in each check's definition. */
const checksFolder = 'src/core/policy/checks/';

function isGeneric(source: Source): boolean {
  const { area, isTest } = placeOf(source.path);
  return (
    source.path.startsWith('src/') &&
    genericAreas.includes(area) &&
    !isTest &&
    !knowledgeFiles.includes(source.path) &&
    !source.path.startsWith(checksFolder)
  );
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const value = node.type === 'TemplateElement' ? node['value'] : undefined;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : undefined;
}

function isComparedType(name: string, node: Node, ancestors: readonly Node[]): boolean {
  if (!plainWordTypes.includes(name)) return false;
  const parent = ancestors.at(-1);
  if (parent?.type === 'SwitchCase') return isTypeValue(ancestors.at(-2)?.['discriminant']);
  if (parent?.type !== 'BinaryExpression') return false;
  return isTypeValue(parent['left'] === node ? parent['right'] : parent['left']);
}

function isTypeValue(value: unknown): boolean {
  if (!isNode(value)) return false;
  const name = value.type === 'MemberExpression' ? value['property'] : value;
  return isNode(name) && name.type === 'Identifier' && ['type', 'resourceType'].includes(String(name['name']));
}
