import type { JsonObject } from '../kernel/values.ts';

/** One changed property of an audit record. */
export type PropertyChange = {
  readonly property: string;
  readonly oldValues: readonly string[];
  readonly newValues: readonly string[];
};

/** A record of one change, as the audit API answers it, with the moment it happened. */
export type AuditRecord = { readonly at: number; readonly message: JsonObject & { readonly id: string } };

/** All audit records of one organisation, oldest first. */
export type AuditTrail = {
  readonly append: (record: AuditRecord) => void;
  readonly all: () => readonly AuditRecord[];
  readonly load: (records: readonly AuditRecord[]) => void;
};

/** An empty trail; `appended` hears of every new record. */
export function createAuditTrail(appended: (record: AuditRecord) => void): AuditTrail {
  let records: AuditRecord[] = [];
  return {
    append: (record) => {
      records.push(record);
      appended(record);
    },
    all: () => records,
    load: (saved) => {
      records = [...saved];
    },
  };
}

/** Properties whose changes are told without their values. */
const secret = new Set(['secret', 'password', 'credentialFields']);
const silent = new Set(['id', 'selfUri', 'version', 'dateCreated', 'dateModified', 'createdBy', 'modifiedBy']);

/** Which top-level properties differ; stamps, versions and ids are left out, and values of secrets. */
export function propertyChanges(before: JsonObject, after: JsonObject): readonly PropertyChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !silent.has(name));
  return names.flatMap((property) => {
    const oldValues = auditValues(before[property]);
    const newValues = auditValues(after[property]);
    if (JSON.stringify(oldValues) === JSON.stringify(newValues)) return [];
    return [secret.has(property) ? { property, oldValues: [], newValues: [] } : { property, oldValues, newValues }];
  });
}

function auditValues(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map(auditText);
  return [auditText(value)];
}

function auditText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
