import {
  ApiKeyDto,
  ApiKeyPage,
  ApiKeyWithSecret,
  CreateApiKey,
  Id,
  ListApiKeys,
  RotateApiKey,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns, StandIns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { ApiKeyId } from './api-key.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService, type Issued } from './api-keys.service.js';

const secretOnce = { off: 'the answer holds a secret, and what is kept for repetition would keep it' };

@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly queries: ApiKeysQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.api-key.create')
  @StandIns('refused')
  @Idempotency(secretOnce)
  @Returns(ApiKeyWithSecret, 201)
  async create(
    @Body({ schema: CreateApiKey }) details: CreateApiKey,
    @CurrentActor() actor: Actor,
  ): Promise<ApiKeyWithSecret> {
    return this.withSecret(actor, await this.keys.create(actor, details));
  }

  @Get()
  @Requires('dhanman.common.api-key.read')
  @Returns(ApiKeyPage)
  list(
    @Query({ schema: ListApiKeys }) query: ListApiKeys,
    @CurrentActor() actor: Actor,
  ): Promise<ApiKeyPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.common.api-key.read')
  @Returns(ApiKeyDto)
  get(@Param('id', { schema: Id }) id: ApiKeyId, @CurrentActor() actor: Actor): Promise<ApiKeyDto> {
    return this.queries.get(actor, id);
  }

  @Post(':id/rotate')
  @Requires('dhanman.common.api-key.rotate')
  @StandIns('refused')
  @Idempotency(secretOnce)
  @Returns(ApiKeyWithSecret)
  async rotate(
    @Param('id', { schema: Id }) id: ApiKeyId,
    @Body({ schema: RotateApiKey }) rotation: RotateApiKey,
    @CurrentActor() actor: Actor,
  ): Promise<ApiKeyWithSecret> {
    return this.withSecret(actor, await this.keys.rotate(actor, id, rotation));
  }

  @Post(':id/revoke')
  @Requires('dhanman.common.api-key.revoke')
  @Returns(ApiKeyDto)
  async revoke(@Param('id', { schema: Id }) id: ApiKeyId, @CurrentActor() actor: Actor): Promise<ApiKeyDto> {
    await this.keys.revoke(actor, id);
    return this.queries.get(actor, id);
  }

  private async withSecret(actor: Actor, { id, secret }: Issued): Promise<ApiKeyWithSecret> {
    return { ...(await this.queries.get(actor, id)), secret };
  }
}
