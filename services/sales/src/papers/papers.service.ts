import { type PaperDto, type PaperLanguage, PrintPaper } from '@dhanman/contracts';
import { publish } from '@dhanman/messaging';
import { type Actor, add, Database, Storage } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { companyLanguage } from '../directory/company-language.service.js';
import { Paper, paperDto, type PaperKey, PaperNotMade } from './paper.js';
import type { PaperContent } from './paper-content.js';
import { PaperTable } from './paper.table.js';

export interface PaperPdf {
  readonly name: string;
  readonly content: Buffer;
}

/** The papers of whatever document: the document says what stands on it. */
@Injectable()
export class Papers {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  async of(tx: EntityManager, { organizationId, id }: Omit<PaperKey, 'companyId'>): Promise<Paper | null> {
    return tx.findOneBy(PaperTable, { organizationId, id });
  }

  /** What stands on it from now on, and the job that prints it. */
  async freeze(tx: EntityManager, key: PaperKey, content: PaperContent): Promise<void> {
    await add(tx, PaperTable, Paper.frozen(key, content));
    await publish(tx, PrintPaper, { documentId: key.id });
  }

  /** For a document of before papers were kept, and for one whose printing was given up; one that is printed stays. */
  async ask(tx: EntityManager, key: PaperKey, content: () => Promise<PaperContent>): Promise<void> {
    const paper = await this.of(tx, key);
    if (!paper) return this.freeze(tx, key, await content());
    if (paper.files === null) await publish(tx, PrintPaper, { documentId: key.id });
  }

  async shown(actor: Actor, paper: Paper | null): Promise<PaperDto> {
    const company = { organizationId: actor.organizationId, companyId: actor.company };
    return paperDto(paper, await this.db.read(company, (tx) => companyLanguage(tx, company)));
  }

  /**
   * The bytes that were kept, and no others: a file that was damaged is refused by name. In the language of the company,
   * unless another is wanted.
   */
  async pdf(paper: Paper | null, wanted?: PaperLanguage): Promise<PaperPdf> {
    if (!paper) throw new PaperNotMade();
    const language = wanted ?? (await this.db.read(paper, (tx) => companyLanguage(tx, paper)));
    const content = await this.storage.get(paper.organizationId, paper.fileIn(language));
    return { name: paper.fileNameIn(language), content };
  }
}
