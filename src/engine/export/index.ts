/** A whole organisation as portable documents: names instead of ids, stable order, nothing volatile, nothing secret. */
export { exportOrganisation, type ExportPorts, type ExportRequest } from './export-organisation.ts';
export type { ExportedOrganisation, PortableDocument } from './portable-document.ts';
