import { AuditPage, ListAudit, type Permission } from '@dhanman/contracts';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor.js';
import { Requires } from '../auth/requires.js';
import { Returns } from '../http/returns.js';
import { AuditQueries } from './audit.queries.js';

/** The trail of a service, searchable by whoever holds the permission of that service. */
export function auditController(service: string): Type {
  const permission = `dhanman.${service}.audit.read` as Permission;

  @Controller('api/v1/audit')
  class AuditController {
    constructor(private readonly queries: AuditQueries) {}

    @Get()
    @Requires(permission, { anywhere: true })
    @Returns(AuditPage)
    list(@Query({ schema: ListAudit }) query: ListAudit, @CurrentActor() actor: Actor): Promise<AuditPage> {
      return this.queries.list(actor, permission, query);
    }
  }
  return AuditController;
}
