import type {
  CompanyKind,
  CompanyPreferences,
  CreateCompany,
  NumberSeries,
  PatchCompany,
} from '@dhanman/contracts';
import { currencyDecimals, DomainError, type Id, Money, PlainDate } from '@dhanman/kernel';

export type CompanyId = Id<'Company'>;

export class GstinOfAnotherPan extends DomainError {
  constructor() {
    const what = 'A GSTIN holds the PAN of its holder after the state: this one belongs to somebody else.';
    super('invalid', 'gstin-of-another-pan', what, { field: 'gstins' });
  }
}

export class GstinTwice extends DomainError {
  constructor() {
    super('invalid', 'gstin-twice', 'The same GSTIN is named twice.', { field: 'gstins' });
  }
}

export class NumbersTooLong extends DomainError {
  constructor(document: string) {
    const what = `Numbers of ${document} would be longer than the 16 characters that GST allows.`;
    super('invalid', 'numbers-too-long', what, { field: `numberSeries.${document}` });
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly id: CompanyId;
}

/** What a person may change later. */
interface CompanyDetails {
  readonly name: string;
  readonly legalName: string | null;
  readonly pan: string | null;
  readonly tan: string | null;
  readonly gstins: readonly string[];
  readonly timeZone: string;
  readonly numberSeries: NumberSeries;
  readonly preferences: CompanyPreferences;
  readonly secondApprovalAbove: string | null;
  readonly authorMayApprove: boolean;
  readonly isActive: boolean;
}

/** What the books are written in, for ever. */
interface Foundation {
  readonly kind: CompanyKind;
  readonly currency: string;
  readonly financialYearStartMonth: number;
}

/** A legal entity with books of its own inside an organization: a business, or a housing society. */
export class Company implements Identity, Foundation, CompanyDetails {
  declare readonly organizationId: Id;
  declare readonly id: CompanyId;
  declare readonly kind: CompanyKind;
  declare readonly name: string;
  declare readonly legalName: string | null;
  declare readonly pan: string | null;
  declare readonly tan: string | null;
  declare readonly gstins: readonly string[];
  declare readonly currency: string;
  declare readonly timeZone: string;
  declare readonly financialYearStartMonth: number;
  declare readonly numberSeries: NumberSeries;
  declare readonly preferences: CompanyPreferences;
  /** A manual journal of more than this needs two people who approve it. */
  declare readonly secondApprovalAbove: string | null;
  /** The only person who may approve journals, or budgets, may approve their own; see `ownApproval`. */
  declare readonly authorMayApprove: boolean;
  declare readonly isActive: boolean;
  /** Counted and timed by the database. Other services know it as the company's revision. */
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Identity & Foundation & CompanyDetails) {
    Object.assign(this, fields);
  }

  static create(identity: Identity, details: CreateCompany): Company {
    const { kind = 'business', currency = 'INR', financialYearStartMonth = 4, ...others } = details;
    currencyDecimals(currency);
    const company = valid({ ...plain, ...given(others), name: details.name }, currency);
    return new Company({ ...identity, kind, currency, financialYearStartMonth, ...company });
  }

  /** A patch that changes nothing leaves the company as it was; null takes a number away. */
  patched(patch: PatchCompany): Company {
    const details = valid({ ...this.details, ...given(patch) }, this.currency);
    const isSame = JSON.stringify(details) === JSON.stringify(this.details);
    return isSame ? this : new Company({ ...this, ...details });
  }

  private get details(): CompanyDetails {
    const { name, legalName, pan, tan, gstins, timeZone, numberSeries, preferences } = this;
    const { secondApprovalAbove, authorMayApprove, isActive } = this;
    const said = { name, legalName, pan, tan, gstins, timeZone, numberSeries, preferences };
    return { ...said, secondApprovalAbove, authorMayApprove, isActive };
  }
}

/** Without what is left out, which would otherwise hide what is there. */
function given(details: PatchCompany): Partial<CompanyDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

const plain: Omit<CompanyDetails, 'name'> = {
  ...{ legalName: null, pan: null, tan: null, gstins: [], timeZone: 'Asia/Kolkata' },
  ...{
    numberSeries: {},
    preferences: {},
    secondApprovalAbove: null,
    authorMayApprove: false,
    isActive: true,
  },
};

/** The details in one order, with what follows from a GSTIN. */
function valid(details: CompanyDetails, currency: string): CompanyDetails {
  const { gstins, tan, timeZone, preferences, secondApprovalAbove: limit } = details;
  const pan = details.pan ?? gstins[0]?.slice(2, 12) ?? null;
  knownZone(timeZone);
  checkNumbers(details.numberSeries);
  if (gstins.some((gstin) => gstin.slice(2, 12) !== pan)) throw new GstinOfAnotherPan();
  if (new Set(gstins).size < gstins.length) throw new GstinTwice();
  const name = details.name.trim();
  const legalName = details.legalName?.trim() ?? null;
  const { numberSeries, authorMayApprove, isActive } = details;
  const said = { name, legalName, pan, tan, gstins, timeZone, numberSeries, preferences };
  return { ...said, secondApprovalAbove: limitIn(limit, currency), authorMayApprove, isActive };
}

function limitIn(limit: string | null, currency: string): string | null {
  return limit === null ? null : Money.parse(limit, currency).toJSON();
}

/** Rule 46 of the CGST Rules. */
const longestNumber = 16;

function checkNumbers(series: NumberSeries): void {
  for (const [document, { prefix, digits }] of Object.entries(series)) {
    if (`${prefix}/2627/`.length + digits > longestNumber) throw new NumbersTooLong(document);
  }
}

/** A zone that is not known throws when a day is asked of it. */
function knownZone(zone: string): void {
  PlainDate.at(new Date(0), zone);
}
