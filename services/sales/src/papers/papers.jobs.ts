import { type Message, PaperLanguage, PrintInvoice, PrintPaper } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { settle } from '@dhanman/messaging';
import { change, Database, Job, NotFound, PdfPress, qrCode, Storage } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Paper, PaperFile } from './paper.js';
import { PaperTable } from './paper.table.js';
import { paperTemplate } from './paper-template.js';
import { printedPaper } from './printed-paper.js';

type Printing = Message<typeof PrintPaper> | Message<typeof PrintInvoice>;

@Injectable()
export class PapersJobs {
  constructor(
    private readonly db: Database,
    private readonly press: PdfPress,
    private readonly storage: Storage,
  ) {}

  @Job(PrintPaper)
  async printPaper(message: Message<typeof PrintPaper>): Promise<void> {
    await this.print(message, message.payload.documentId);
  }

  /** What a version that knew papers of invoices only has left to do. */
  @Job(PrintInvoice)
  async printInvoice(message: Message<typeof PrintInvoice>): Promise<void> {
    await this.print(message, message.payload.invoiceId);
  }

  /** Killed anywhere it runs again: the same paper gives the same bytes, which are kept under the same name. */
  private async print(message: Printing, id: Id): Promise<void> {
    const { organizationId } = message.envelope;
    const key = { organizationId, id };
    const paper = await this.db.read({ organizationId }, (tx) => tx.findOneBy(PaperTable, key));
    if (!paper) throw new NotFound('paper');
    if (paper.files !== null) return;
    const files = await Promise.all(PaperLanguage.options.map((language) => this.keep(paper, language)));
    await this.db.transaction({ organizationId }, async (tx) => {
      if (await settle(tx, message)) await change(tx, PaperTable, key, (current) => current.printed(files));
    });
  }

  private async keep(paper: Paper, language: PaperLanguage): Promise<PaperFile> {
    const { organizationId, document, content } = paper;
    const printed = printedPaper(content, language);
    const code = printed.upi && qrCode(printed.upi.link);
    const pdf = await this.press.print(paperTemplate, { ...printed, code });
    return { language, ...(await this.storage.put(organizationId, `${document}s`, pdf, 'application/pdf')) };
  }
}
