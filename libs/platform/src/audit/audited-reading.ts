import { SetMetadata } from '@nestjs/common';

export const auditsReadKey = 'dhanman:audits-read';

export interface AuditedReading {
  readonly entity: string;
  /** Of which records a `list` is. */
  readonly listed?: string;
  /**
   * `file`: one trace, under the organization's id, when all that was found is taken away as a file. `list`: one trace for
   * a page of it, with what was looked for and how many rows were shown.
   */
  readonly of?: 'records' | 'file' | 'list';
  /** `minute`: whoever looks again within a minute, from the same place, leaves no second trace on the record. */
  readonly oncePer?: 'minute';
}

/**
 * Who reads this route leaves a trace on every record it shows, such as a payslip. Without the trace nothing is shown:
 * it is stored before the answer leaves.
 */
export const AuditsRead = (
  entity: string,
  { of = 'records', oncePer }: { readonly of?: 'records' | 'file'; readonly oncePer?: 'minute' } = {},
) => SetMetadata(auditsReadKey, { entity, of, ...(oncePer && { oncePer }) } satisfies AuditedReading);

/**
 * Who reads a page of a list of such records leaves one trace, under the kind `list`: a trace on every record would bury
 * what was changed. Whoever looks at the same page again within a minute leaves no second one.
 */
export const AuditsList = (listed: string) =>
  SetMetadata(auditsReadKey, {
    ...{ entity: 'list', listed, of: 'list', oncePer: 'minute' },
  } satisfies AuditedReading);
