import type { InvoicePaperDto, PaperLanguage } from '@dhanman/contracts';
import { type Actor, Database, NotFound, Storage } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { InvoiceId } from './invoice.js';
import { InvoiceTable } from './invoice.table.js';
import { type InvoicePaper, PaperNotMade } from './paper.js';
import { PaperTable } from './paper.table.js';

export interface PaperPdf {
  readonly name: string;
  readonly content: Buffer;
}

@Injectable()
export class PapersQueries {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  async get(actor: Actor, id: InvoiceId): Promise<InvoicePaperDto> {
    const paper = await this.of(actor, id);
    if (!paper) return { state: 'none', files: [] };
    const files = (paper.files ?? []).map(({ language, sha256, bytes }) => ({ language, sha256, bytes }));
    return { state: paper.files === null ? 'waiting' : 'ready', files };
  }

  /** The bytes that were kept, and no others: a file that was damaged is refused by name. */
  async pdf(actor: Actor, id: InvoiceId, language: PaperLanguage): Promise<PaperPdf> {
    const paper = await this.of(actor, id);
    if (!paper) throw new PaperNotMade();
    const content = await this.storage.get(paper.organizationId, paper.fileIn(language));
    return { name: paper.fileNameIn(language), content };
  }

  private async of(actor: Actor, id: InvoiceId): Promise<InvoicePaper | null> {
    return this.db.read(actor, async (tx) => {
      if (!(await tx.existsBy(InvoiceTable, actor.key(id)))) throw new NotFound('invoice');
      return tx.findOneBy(PaperTable, actor.key(id));
    });
  }
}
