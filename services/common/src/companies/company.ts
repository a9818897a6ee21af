import type { CreateCompany, PatchCompany } from '@dhanman/contracts';
import { currencyDecimals, type Id, PlainDate } from '@dhanman/kernel';

export type CompanyId = Id<'Company'>;

interface Identity {
  readonly organizationId: Id;
  readonly id: CompanyId;
}

interface CompanyDetails {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly financialYearStartMonth: number;
  readonly isActive: boolean;
}

/** A legal entity with books of its own inside an organization. */
export class Company implements Identity, CompanyDetails {
  declare readonly organizationId: Id;
  declare readonly id: CompanyId;
  declare readonly name: string;
  declare readonly currency: string;
  declare readonly timeZone: string;
  declare readonly financialYearStartMonth: number;
  declare readonly isActive: boolean;
  /** Counted and timed by the database. Other services know it as the company's revision. */
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Identity & CompanyDetails) {
    Object.assign(this, fields);
  }

  static create(identity: Identity, details: CreateCompany): Company {
    const { name, currency = 'INR', timeZone = 'Asia/Kolkata', financialYearStartMonth = 4 } = details;
    currencyDecimals(currency);
    knownZone(timeZone);
    return new Company({
      ...identity,
      ...{ name: name.trim(), currency, timeZone, financialYearStartMonth, isActive: true },
    });
  }

  /** A patch that changes nothing leaves the company as it was. */
  patched({ name = this.name, timeZone = this.timeZone, isActive = this.isActive }: PatchCompany): Company {
    knownZone(timeZone);
    const changed = { name: name.trim(), timeZone, isActive };
    const isSame = changed.name === this.name && timeZone === this.timeZone && isActive === this.isActive;
    return isSame ? this : new Company({ ...this, ...changed });
  }
}

/** A zone that is not known throws when a day is asked of it. */
function knownZone(zone: string): void {
  PlainDate.at(new Date(0), zone);
}
