import {
  CreatePersonalToken,
  Id,
  PersonalTokenDto,
  PersonalTokenList,
  PersonalTokenWithSecret,
} from '@dhanman/contracts';
import {
  type Actor,
  type Caller,
  CurrentActor,
  CurrentCaller,
  Idempotency,
  MembersOnly,
  Returns,
  StandIns,
} from '@dhanman/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AccountService } from '../identity/account.service.js';
import type { PersonalTokenId } from './personal-token.js';
import { PersonalTokensQueries } from './personal-tokens.queries.js';
import { PersonalTokensService } from './personal-tokens.service.js';

@Controller('api/v1/me/personal-tokens')
export class PersonalTokensController {
  constructor(
    private readonly account: AccountService,
    private readonly tokens: PersonalTokensService,
    private readonly queries: PersonalTokensQueries,
  ) {}

  @Get()
  @MembersOnly()
  @StandIns('refused')
  @Returns(PersonalTokenList)
  async list(@CurrentActor() actor: Actor): Promise<PersonalTokenList> {
    return { items: await this.queries.list(actor) };
  }

  @Post()
  @MembersOnly()
  @StandIns('refused')
  @Idempotency({ off: 'the answer holds a secret, and what is kept for repetition would keep it' })
  @Returns(PersonalTokenWithSecret, 201)
  async create(
    @Body({ schema: CreatePersonalToken }) { currentPassword, ...details }: CreatePersonalToken,
    @CurrentActor() actor: Actor,
    @CurrentCaller() caller: Caller,
  ): Promise<PersonalTokenWithSecret> {
    const person = await this.account.proven(caller, currentPassword);
    const { id, secret } = await this.tokens.make(actor, person.id, details);
    return { ...(await this.queries.get(actor, id)), secret };
  }

  @Post(':id/revoke')
  @MembersOnly()
  @StandIns('refused')
  @Returns(PersonalTokenDto)
  async revoke(
    @Param('id', { schema: Id }) id: PersonalTokenId,
    @CurrentActor() actor: Actor,
    @CurrentCaller() caller: Caller,
  ): Promise<PersonalTokenDto> {
    await this.tokens.revoke(actor, this.account.personOf(caller), id);
    return this.queries.get(actor, id);
  }
}
