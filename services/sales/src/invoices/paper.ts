import type { PaperLanguage } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';
import type { InvoiceId, Taxed } from './invoice.js';
import type { SaleContent } from '../tax/sale.js';
import type { PaperUpi } from './upi-request.js';

export class PaperNotReady extends DomainError {
  constructor() {
    super('conflict', 'paper-not-ready', 'The PDF is being made. Try again in a moment.');
  }
}

export class PaperNotMade extends DomainError {
  constructor() {
    const message = 'This invoice has no PDF yet: an issued invoice gets one when you ask for it to be made.';
    super('conflict', 'paper-not-made', message);
  }
}

export class PaperOfUnissued extends DomainError {
  constructor() {
    super('conflict', 'paper-of-unissued', 'Only an issued invoice has a PDF: issue it first.');
  }
}

export interface PaperParty {
  readonly name: string;
  readonly gstin: string | null;
  readonly stateCode: string | null;
  /** Papers of before addresses were kept have none. */
  readonly address?: string | null;
  readonly contact?: string | null;
}

/** Everything that stands on the paper, as it was on the day of issue: who changes a name later changes no paper. */
export interface PaperContent {
  readonly seller: PaperParty;
  readonly buyer: PaperParty;
  readonly isComposition: boolean;
  readonly number: string;
  readonly on: string;
  readonly dueOn: string | null;
  readonly notes: string | null;
  readonly payment?: string | null;
  readonly terms?: string | null;
  /** Papers of before the company gave its UPI id ask for nothing by it. */
  readonly upi?: PaperUpi | null;
  readonly currency: string;
  readonly content: SaleContent;
  readonly taxed: Taxed;
}

/** How a file of the paper was kept. */
export interface PaperFile {
  readonly language: PaperLanguage;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface Key {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** Of its invoice. */
  readonly id: InvoiceId;
}

/** What an invoice looks like on paper: frozen at issue, printed once. */
export class InvoicePaper implements Key {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: InvoiceId;
  declare readonly content: PaperContent;
  declare readonly files: readonly PaperFile[] | null;
  declare readonly version: number;

  private constructor(fields: Key & Pick<InvoicePaper, 'content' | 'files'>) {
    Object.assign(this, fields);
  }

  static frozen(key: Key, content: PaperContent): InvoicePaper {
    return new InvoicePaper({ ...key, content, files: null });
  }

  /** Printed twice it is the first print that counts: the files that people have seen stay the files. */
  printed(files: readonly PaperFile[]): InvoicePaper {
    return this.files === null ? new InvoicePaper({ ...this, files }) : this;
  }

  /** What whoever is given the file finds it under. */
  fileNameIn(language: PaperLanguage): string {
    return `${this.content.number.replaceAll(/[^A-Za-z0-9-]/g, '-')}-${language}.pdf`;
  }

  fileIn(wanted: PaperLanguage): PaperFile {
    const file = this.files?.find(({ language }) => language === wanted);
    if (!file) throw new PaperNotReady();
    return file;
  }
}
