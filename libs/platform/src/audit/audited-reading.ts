import { SetMetadata } from '@nestjs/common';

export const auditsReadKey = 'dhanman:audits-read';

export interface AuditedReading {
  readonly entity: string;
  /** `file`: one trace, under the organization's id, when all that was found is taken away as a file. */
  readonly of?: 'records' | 'file';
  /** `minute`: whoever looks again within a minute, from the same place, leaves no second trace on the record. */
  readonly oncePer?: 'minute';
}

/**
 * Who reads this route leaves a trace on every record it shows, such as a payslip. Without the trace nothing is shown:
 * it is stored before the answer leaves.
 */
export const AuditsRead = (
  entity: string,
  { of = 'records', oncePer }: Pick<AuditedReading, 'of' | 'oncePer'> = {},
) => SetMetadata(auditsReadKey, { entity, of, ...(oncePer && { oncePer }) } satisfies AuditedReading);
