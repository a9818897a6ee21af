import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { fileTypes } from '../reports/report-files.js';
import { sheetParts } from '../reports/workbook.js';
import { zip } from '../reports/zip.js';

/** A workbook that can be imported: the names of the columns, and what is there already. */
export function sheetWorkbook(name: string, rows: readonly (readonly string[])[]): StreamableFile {
  return new StreamableFile(Readable.from(zip(sheetParts(name, rows)), { objectMode: false }), {
    ...{ type: fileTypes.xlsx, disposition: `attachment; filename="${name}.xlsx"` },
  });
}
