/** A whole organisation as portable documents: names instead of ids, stable order, nothing volatile, nothing secret. */
export { fitsType, isOneType, parseAddressPattern, type AddressPattern } from './address-pattern.ts';
export { exportOrganisation, openExport, type ExportPorts, type ExportRequest } from './export-organisation.ts';
export type { ExportedOrganisation, OrganisationExport, PortableDocument } from './portable-document.ts';
export type { Scratch } from './scratch.ts';
