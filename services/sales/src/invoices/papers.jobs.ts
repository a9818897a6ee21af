import { type Message, PaperLanguage, PrintInvoice } from '@dhanman/contracts';
import { settle } from '@dhanman/messaging';
import { change, Database, Job, NotFound, PdfPress, qrCode, Storage } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { InvoiceId } from './invoice.js';
import type { InvoicePaper, PaperFile } from './paper.js';
import { PaperTable } from './paper.table.js';
import { paperTemplate } from './paper-template.js';
import { printedPaper } from './printed-paper.js';

@Injectable()
export class PapersJobs {
  constructor(
    private readonly db: Database,
    private readonly press: PdfPress,
    private readonly storage: Storage,
  ) {}

  /** Killed anywhere it runs again: the same paper gives the same bytes, which are kept under the same name. */
  @Job(PrintInvoice)
  async print(message: Message<typeof PrintInvoice>): Promise<void> {
    const organizationId = message.envelope.organizationId;
    const key = { organizationId, id: message.payload.invoiceId as InvoiceId };
    const paper = await this.db.read({ organizationId }, (tx) => tx.findOneBy(PaperTable, key));
    if (!paper) throw new NotFound('invoice-paper');
    if (paper.files !== null) return;
    const files = await Promise.all(PaperLanguage.options.map((language) => this.keep(paper, language)));
    await this.db.transaction({ organizationId }, async (tx) => {
      if (await settle(tx, message)) await change(tx, PaperTable, key, (current) => current.printed(files));
    });
  }

  private async keep({ organizationId, content }: InvoicePaper, language: PaperLanguage): Promise<PaperFile> {
    const printed = printedPaper(content, language);
    const code = printed.upi && qrCode(printed.upi.link);
    const pdf = await this.press.print(paperTemplate, { ...printed, code });
    return { language, ...(await this.storage.put(organizationId, 'invoices', pdf, 'application/pdf')) };
  }
}
