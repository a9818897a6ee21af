import {
  AddPasskey,
  BeginPasskey,
  Id,
  NamePasskey,
  PasskeyCreation,
  PasskeyDto,
  PasskeyList,
} from '@dhanman/contracts';
import type { Id as IdOf } from '@dhanman/kernel';
import { type Caller, CurrentCaller, Idempotency, Returns, SignedIn } from '@dhanman/platform';
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { AccountService } from './account.service.js';
import { PasskeysService } from './passkeys.service.js';

@Controller('api/v1/me/passkeys')
export class PasskeysController {
  constructor(
    private readonly account: AccountService,
    private readonly passkeys: PasskeysService,
  ) {}

  @Get()
  @SignedIn()
  @Returns(PasskeyList)
  async list(@CurrentCaller() caller: Caller): Promise<PasskeyList> {
    return { items: await this.passkeys.list(this.account.personOf(caller)) };
  }

  @Post('begin')
  @SignedIn()
  @Idempotency({ off: 'a challenge is for one attempt; the last one asked for counts' })
  @Returns(PasskeyCreation, 201)
  async begin(
    @Body({ schema: BeginPasskey }) { currentPassword }: BeginPasskey,
    @CurrentCaller() caller: Caller,
  ): Promise<PasskeyCreation> {
    return this.passkeys.begin(await this.account.proven(caller, currentPassword));
  }

  @Post()
  @SignedIn()
  @Idempotency({ off: 'a challenge is answered once, and a passkey is added once' })
  @Returns(PasskeyDto, 201)
  add(
    @Body({ schema: AddPasskey }) answer: AddPasskey,
    @CurrentCaller() caller: Caller,
  ): Promise<PasskeyDto> {
    return this.passkeys.add(this.account.personOf(caller), answer);
  }

  @Put(':id/name')
  @SignedIn()
  @Returns(PasskeyDto)
  rename(
    @Param('id', { schema: Id }) id: IdOf,
    @Body({ schema: NamePasskey }) { name }: NamePasskey,
    @CurrentCaller() caller: Caller,
  ): Promise<PasskeyDto> {
    return this.passkeys.rename(this.account.personOf(caller), id, name);
  }

  @Delete(':id')
  @SignedIn()
  @Returns(null)
  async remove(@Param('id', { schema: Id }) id: IdOf, @CurrentCaller() caller: Caller): Promise<void> {
    await this.passkeys.remove(this.account.personOf(caller), id);
  }
}
