import type { Sheet } from '@dhanman/contracts';
import { separatedRows, type TextRow } from '@dhanman/kernel';
import { NoWorkbook } from './archive.js';
import { workbookRows } from './workbook-cells.js';

/** The rows of a sheet that somebody sent, as text or as a workbook. */
export async function rowsOfSheet({ text, workbook }: Sheet): Promise<readonly TextRow[]> {
  if (workbook === undefined) return separatedRows(text ?? '');
  const file = Buffer.from(workbook, 'base64');
  // Node passes over what is not Base64.
  if (file.toString('base64') !== workbook) throw new NoWorkbook();
  return workbookRows(file);
}
