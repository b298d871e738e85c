/** Diagnostics in every format that editors, pull requests and CI systems read. */
export { diagnosticsToHuman } from './human.ts';
export { diagnosticsToJson } from './json.ts';
export { diagnosticsToMarkdown } from './markdown.ts';
export { diagnosticsToSarif } from './sarif.ts';
export { diagnosticsToJunit } from './junit.ts';
