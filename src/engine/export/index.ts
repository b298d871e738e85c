/** A whole organisation as portable documents: names instead of ids, stable order, nothing volatile, nothing secret. */
export { fitsType, isOneType, parseAddressPattern, type AddressPattern } from './choose/address-pattern.ts';
export { exportOrganisation, openExport, type ExportPorts, type ExportRequest } from './export-organisation.ts';
export type { ExportedOrganisation, OrganisationExport, PortableDocument } from './portable/portable-document.ts';
export type { Scratch } from './read/scratch.ts';
