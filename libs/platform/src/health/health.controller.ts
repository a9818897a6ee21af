import { Health } from '@dhanman/contracts';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/requires.js';
import { Returns } from '../http/returns.js';
import { HealthChecks } from './health-checks.js';

@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  /** The process lives. Nothing else is asked, so that a broken database never makes a supervisor kill the service. */
  @Get()
  @Public()
  @Returns(Health)
  alive(): Health {
    return this.checks.alive();
  }

  @Get('ready')
  @Public()
  @Returns(Health)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    return withStatus(reply, await this.checks.ready());
  }

  @Get('startup')
  @Public()
  @Returns(Health)
  startup(@Res({ passthrough: true }) reply: FastifyReply): Health {
    return withStatus(reply, this.checks.startup());
  }
}

function withStatus(reply: FastifyReply, health: Health): Health {
  if (health.status === 'down') void reply.code(503);
  return health;
}
