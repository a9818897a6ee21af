import type {
  CreateInvoice,
  CreateRecurringInvoice,
  InvoiceMaking,
  PriceChange,
  RecurringInvoiceState,
} from '@dhanman/contracts';
import {
  dateAt,
  datesFrom,
  type Id,
  isSameBeat,
  parseId,
  type PlainDate,
  placeNotBefore,
  type Rhythm,
} from '@dhanman/kernel';
import type { SaleContent } from '../tax/sale.js';
import { PriceChangeOfNoLine, RecurringEndsBeforeStart, RecurringStateWrong } from './recurring-errors.js';

export type RecurringInvoiceId = Id<'RecurringInvoice'>;

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: RecurringInvoiceId;
}

interface Fields extends Identity {
  readonly customerId: Id;
  readonly name: string;
  readonly makes: InvoiceMaking;
  readonly content: SaleContent;
  readonly notes: string | null;
  readonly dueDays: number | null;
  readonly rhythm: Rhythm;
  readonly priceChanges: readonly PriceChange[];
  readonly state: RecurringInvoiceState;
  readonly writtenBy: readonly string[];
  readonly nextPlace: number;
}

/** What the same customer is billed again and again. A date makes one invoice, and its price is the one of that date. */
export class RecurringInvoice implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: RecurringInvoiceId;
  declare readonly customerId: Id;
  declare readonly name: string;
  declare readonly makes: InvoiceMaking;
  declare readonly content: SaleContent;
  declare readonly notes: string | null;
  declare readonly dueDays: number | null;
  declare readonly rhythm: Rhythm;
  declare readonly priceChanges: readonly PriceChange[];
  declare readonly state: RecurringInvoiceState;
  declare readonly writtenBy: readonly string[];
  /** The place of its next date: those before it have their invoice or their failure, or fell into a pause. */
  declare readonly nextPlace: number;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static write(identity: Identity, written: CreateRecurringInvoice, by: string): RecurringInvoice {
    const content = contentOf(written);
    return new RecurringInvoice({
      ...{ ...identity, ...content, state: 'active', writtenBy: [by], nextPlace: 0 },
    }).orFinished();
  }

  /** For the dates that come; those that have had their turn do not get a second one. */
  replaced(written: CreateRecurringInvoice, by: string): RecurringInvoice {
    if (this.state === 'discarded') throw new RecurringStateWrong(this.state, 'another');
    const content = contentOf(written);
    const nextPlace = isSameBeat(content.rhythm, this.rhythm) ? this.nextPlace : 0;
    const state = this.state === 'paused' ? 'paused' : 'active';
    const writtenBy = this.writtenBy.includes(by) ? this.writtenBy : [...this.writtenBy, by];
    return this.with({ ...content, state, writtenBy, nextPlace }).orFinished();
  }

  paused(): RecurringInvoice {
    this.mustBe('active');
    return this.with({ state: 'paused' });
  }

  resumed(today: PlainDate): RecurringInvoice {
    this.mustBe('paused');
    const nextPlace = placeNotBefore(this.rhythm, today, this.nextPlace);
    return this.with({ state: 'active', nextPlace }).orFinished();
  }

  discarded(): RecurringInvoice {
    return this.state === 'discarded' ? this : this.with({ state: 'discarded' });
  }

  /** The date that has come, if one has: the earliest that has not had its turn. */
  due(today: PlainDate): PlainDate | undefined {
    return this.nextOn?.isAfter(today) ? undefined : this.nextOn;
  }

  /** Its next date has had its turn. */
  turned(): RecurringInvoice {
    this.mustBe('active');
    return this.with({ nextPlace: this.nextPlace + 1 }).orFinished();
  }

  /** The date that comes next, while it goes on. */
  get nextOn(): PlainDate | undefined {
    return this.state === 'active' ? dateAt(this.rhythm, this.nextPlace) : undefined;
  }

  upcoming(most: number): readonly PlainDate[] {
    return this.state === 'discarded' ? [] : datesFrom(this.rhythm, this.nextPlace, most);
  }

  /** The invoice of a period with the prices of that period; it bears the date on which it is made. */
  invoiceOf(period: PlainDate, on: PlainDate): CreateInvoice {
    const { customerId, notes, dueDays } = this;
    return {
      ...{ ...this.contentOn(period), customerId, on: on.toString() },
      ...(notes !== null && { notes }),
      ...(dueDays !== null && { dueOn: on.addDays(dueDays).toString() }),
    };
  }

  contentOn(period: PlainDate): SaleContent {
    const day = period.toString();
    const lines = this.content.lines.map((line, index) => ({
      ...line,
      price: priceOn(day, this.priceChanges, index + 1) ?? line.price,
    }));
    return { ...this.content, lines };
  }

  private orFinished(): RecurringInvoice {
    const isOver = this.state === 'active' && this.nextOn === undefined;
    return isOver ? this.with({ state: 'finished' }) : this;
  }

  private mustBe(state: 'active' | 'paused'): void {
    if (this.state !== state)
      throw new RecurringStateWrong(this.state, state === 'active' ? 'an active' : 'a paused');
  }

  private with(changes: Partial<Fields>): RecurringInvoice {
    return new RecurringInvoice({ ...this, ...changes });
  }
}

/** The latest change that has come by then; of two from the same day the one that was written last. */
function priceOn(day: string, changes: readonly PriceChange[], line: number): string | undefined {
  const come = changes.filter((one) => one.line === line && one.from <= day);
  return come.reduce<PriceChange | undefined>(
    (latest, one) => (latest && latest.from > one.from ? latest : one),
    undefined,
  )?.price;
}

function contentOf(written: CreateRecurringInvoice) {
  const { name, makes, customerId, notes, dueDays, rhythm, priceChanges = [], ...content } = written;
  checkDates(written);
  return {
    ...{ name: name.trim(), makes, customerId: parseId(customerId), content, rhythm, priceChanges },
    ...{ notes: notes?.trim() ?? null, dueDays: dueDays ?? null },
  };
}

function checkDates({ rhythm, priceChanges = [], lines }: CreateRecurringInvoice): void {
  if (rhythm.endsOn !== undefined && rhythm.endsOn < rhythm.startsOn) throw new RecurringEndsBeforeStart();
  for (const [index, { line }] of priceChanges.entries()) {
    if (line > lines.length) throw new PriceChangeOfNoLine(index, line);
  }
}
