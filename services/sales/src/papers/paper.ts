import type { PaperDto, PaperLanguage } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';
import type { PaperContent } from './paper-content.js';

export class PaperNotReady extends DomainError {
  constructor() {
    super('conflict', 'paper-not-ready', 'The PDF is being made. Try again in a moment.');
  }
}

export class PaperNotMade extends DomainError {
  constructor() {
    super('conflict', 'paper-not-made', 'There is no PDF of this yet: ask for it to be made first.');
  }
}

/** Until the books have it its day may still change, and what was taken back gets no paper any more. */
export class PaperOfUnposted extends DomainError {
  constructor() {
    const message = 'This gets its PDF once it stands in the books: see below what the ledger says to it.';
    super('conflict', 'paper-of-unposted', message);
  }
}

/** How a file of the paper was kept. */
export interface PaperFile {
  readonly language: PaperLanguage;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface PaperKey {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** Of its document. */
  readonly id: Id;
}

/** What a document looks like on paper: frozen once, printed once. */
export class Paper implements PaperKey {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id;
  declare readonly document: 'invoice' | 'credit-note' | 'receipt';
  declare readonly content: PaperContent;
  declare readonly files: readonly PaperFile[] | null;
  declare readonly version: number;

  private constructor(fields: PaperKey & Pick<Paper, 'document' | 'content' | 'files'>) {
    Object.assign(this, fields);
  }

  static frozen({ organizationId, companyId, id }: PaperKey, content: PaperContent): Paper {
    const { document = 'invoice' } = content;
    return new Paper({ organizationId, companyId, id, document, content, files: null });
  }

  /** Printed twice it is the first print that counts: the files that people have seen stay the files. */
  printed(files: readonly PaperFile[]): Paper {
    return this.files === null ? new Paper({ ...this, files }) : this;
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

export function paperDto(paper: Paper | null, language: PaperLanguage): PaperDto {
  if (!paper) return { state: 'none', language, files: [] };
  const files = (paper.files ?? []).map(({ name: _, ...file }) => file);
  return { state: paper.files === null ? 'waiting' : 'ready', language, files };
}
