/** What descriptors are made with: defaults, and short ways to say what most types have in common. */
export { crudApi, singleApi, type CrudFacts } from './crud-api.ts';
export { describeType, permissionsOf } from './describe-type.ts';
export { idReferences, inDivision, memberGroupReferences, objectReferences } from './references.ts';
