import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** A PDF as an answer that is kept under its name. */
export function pdfFile({ name, content }: { readonly name: string; readonly content: Buffer }) {
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(Readable.from([content], { objectMode: false }), {
    ...{ type: 'application/pdf', disposition, length: content.length },
  });
}
