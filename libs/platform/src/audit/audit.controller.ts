import { Readable } from 'node:stream';
import { AuditPage, ListAudit, type Permission } from '@dhanman/contracts';
import { Controller, Get, Query, StreamableFile, type Type } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor.js';
import { Requires } from '../auth/requires.js';
import { Returns } from '../http/returns.js';
import { csvOf } from '../reports/csv.js';
import { AuditQueries } from './audit.queries.js';
import { AuditsRead } from './audited-reading.js';
import { printedTrail } from './printed-trail.js';

/** The trail of a service, searchable by whoever holds the permission of that service. */
export function auditController(service: string): Type {
  const permission = `dhanman.${service}.audit.read` as Permission;

  @Controller('api/v1/audit')
  class AuditController {
    constructor(private readonly queries: AuditQueries) {}

    /** Whoever takes away what others did leaves a trace as well; the page of the app asks too often for one each time. */
    @Get()
    @AuditsRead('audit-trail', { of: 'file' })
    @Requires(permission, { anywhere: true })
    @Returns(AuditPage)
    async list(
      @Query({ schema: ListAudit }) query: ListAudit,
      @CurrentActor() actor: Actor,
    ): Promise<AuditPage | StreamableFile> {
      if (query.format !== 'csv') return this.queries.list(actor, permission, query);
      const pages = this.queries.all(actor, permission, query);
      const content = Readable.from(csvOf(printedTrail(`Audit trail of ${service}`, pages)), {
        objectMode: false,
      });
      const disposition = `attachment; filename="audit-${service}.csv"`;
      return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition });
    }
  }
  return AuditController;
}
