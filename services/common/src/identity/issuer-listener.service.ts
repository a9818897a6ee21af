import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Database, Logger } from '@dhanman/platform';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommonConfig } from '../config.js';
import { IssuerService } from './issuer.service.js';
import { OidcRecordsService } from './oidc-records.service.js';

const sweepEveryMs = 10 * 60_000;

/**
 * The issuer listens on a port of its own, behind the same proxy: its library brings its own HTTP handling, which must
 * neither pass around the guards of the API nor be changed by them.
 */
@Injectable()
export class IssuerListenerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: CommonConfig,
    private readonly issuer: IssuerService,
    private readonly records: OidcRecordsService,
    private readonly db: Database,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.OIDC_ISSUER === undefined) return;
    const server = createServer((request, response) => void this.answer(request, response));
    // Longer than the proxy keeps an idle connection, as everywhere.
    Object.assign(server, { keepAliveTimeout: 75_000, requestTimeout: 30_000, headersTimeout: 15_000 });
    server.listen(this.config.OIDC_PORT, this.config.HOST);
    await once(server, 'listening');
    this.server = server;
    this.sweeper = setInterval(() => void this.sweep(), sweepEveryMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    if (!this.server) return;
    this.server.closeIdleConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  get url(): string {
    const { address, port } = this.server?.address() as AddressInfo;
    return `http://${address}:${port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    try {
      (await this.issuer.listener())(request, response);
    } catch (error) {
      this.logger[this.db.isOutage(error) ? 'warn' : 'error']('the issuer cannot answer', { error });
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' });
      response.end(JSON.stringify({ error: 'temporarily_unavailable' }));
    }
  }

  private async sweep(): Promise<void> {
    await this.records.sweep().catch((error: unknown) => this.logger.warn('cannot sweep', { error }));
  }
}
