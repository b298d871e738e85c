import { hasErrors, type Diagnostic } from '../../core/index.ts';
import { jsonDocument } from '../text/document.ts';

/** Diagnostics as JSON, kind `Diagnostics`: `valid`, then `diagnostics` as they are. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[]): string {
  return jsonDocument('Diagnostics', { valid: !hasErrors(diagnostics), diagnostics });
}
