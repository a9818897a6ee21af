import { SetMetadata } from '@nestjs/common';

export const auditsReadKey = 'dhanman:audits-read';

export interface AuditedReading {
  readonly entity: string;
  /** `file`: one trace, under the organization's id, when all that was found is taken away as a file. */
  readonly of?: 'records' | 'file';
}

/**
 * Who reads this route leaves a trace on every record it shows, such as a payslip. Without the trace nothing is shown:
 * it is stored before the answer leaves.
 */
export const AuditsRead = (entity: string, { of = 'records' }: Pick<AuditedReading, 'of'> = {}) =>
  SetMetadata(auditsReadKey, { entity, of } satisfies AuditedReading);
