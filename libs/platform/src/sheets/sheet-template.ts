import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { fileTypes } from '../reports/report-files.js';
import { emptyWorkbook } from '../reports/workbook.js';
import { zip } from '../reports/zip.js';

/** The workbook to fill in for an import of these columns. */
export function sheetTemplate(name: string, columns: readonly string[]): StreamableFile {
  return new StreamableFile(Readable.from(zip(emptyWorkbook(name, columns)), { objectMode: false }), {
    ...{ type: fileTypes.xlsx, disposition: `attachment; filename="${name}.xlsx"` },
  });
}
