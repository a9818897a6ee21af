import { Money } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';
import { figureNames, type Figures } from './sales-register.js';
import { taxDocuments, taxFigures } from './tax-documents.js';

export type FigureTexts = Readonly<Record<keyof Figures, string>>;

/** What all documents come to, added up by the database from their totals. */
export async function sumsOf(
  tx: EntityManager,
  values: readonly unknown[],
  currency: string,
): Promise<Figures> {
  const sums = figureNames.map(
    (name) => `coalesce(sum(figure."${name}"), 0)::numeric(20, 2)::text as "${name}"`,
  );
  const sql = `with ${taxDocuments} select ${sums.join(', ')} from tax_document ${taxFigures}`;
  const [row] = await tx.query<[FigureTexts]>(sql, [...values]);
  return figuresOf(row, currency);
}

export function figuresOf(texts: FigureTexts, currency: string): Figures {
  const figures = figureNames.map((name) => [name, Money.parse(texts[name], currency)] as const);
  return Object.fromEntries(figures) as unknown as Figures;
}
