import {
  ChooseLanguage,
  ChooseName,
  ChooseOrganization,
  ConfirmSecondFactor,
  EnrolSecondFactor,
  PasswordChange,
  RecoveryCodes,
  RemoveSecondFactor,
  SecondFactorDto,
  SecondFactorSecret,
  SessionList,
  SessionUid,
} from '@dhanman/contracts';
import { type Caller, CurrentCaller, Idempotency, Returns, SignedIn } from '@dhanman/platform';
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { AccountService } from './account.service.js';
import { OrganizationChoicesService } from './organization-choices.service.js';
import { SessionsService } from './sessions.service.js';

/** What somebody who is signed in does about their own account. */
@Controller('api/v1/me')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly sessions: SessionsService,
    private readonly choices: OrganizationChoicesService,
  ) {}

  @Get('sessions')
  @SignedIn()
  @Returns(SessionList)
  async listSessions(@CurrentCaller() caller: Caller): Promise<SessionList> {
    return { items: await this.sessions.list(this.account.personOf(caller), caller.sessionId) };
  }

  @Delete('sessions/:uid')
  @SignedIn()
  @Returns(null)
  async endSession(
    @Param('uid', { schema: SessionUid }) uid: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.sessions.end(this.account.personOf(caller), uid);
  }

  @Put('organization')
  @SignedIn()
  @Returns(null)
  async chooseOrganization(
    @Body({ schema: ChooseOrganization }) { organizationId }: ChooseOrganization,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.choices.choose(this.account.personOf(caller), caller.sessionId, organizationId);
  }

  @Put('name')
  @SignedIn()
  @Returns(null)
  async chooseName(
    @Body({ schema: ChooseName }) { name }: ChooseName,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.account.rename(caller, name);
  }

  @Put('language')
  @SignedIn()
  @Returns(null)
  async chooseLanguage(
    @Body({ schema: ChooseLanguage }) { language }: ChooseLanguage,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.account.speak(caller, language);
  }

  @Post('password-changes')
  @SignedIn()
  @Idempotency({ off: 'the present password is asked for, and is another one afterwards' })
  @Returns(null)
  async changePassword(
    @Body({ schema: PasswordChange }) change: PasswordChange,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.account.changePassword(caller, change);
  }

  @Get('second-factor')
  @SignedIn()
  @Returns(SecondFactorDto)
  getSecondFactor(@CurrentCaller() caller: Caller): Promise<SecondFactorDto> {
    return this.account.secondFactor(caller);
  }

  @Post('second-factor/enrolments')
  @SignedIn()
  @Idempotency({ off: 'a secret must not be kept with a key; the last one asked for counts' })
  @Returns(SecondFactorSecret, 201)
  enrolSecondFactor(
    @Body({ schema: EnrolSecondFactor }) { currentPassword }: EnrolSecondFactor,
    @CurrentCaller() caller: Caller,
  ): Promise<SecondFactorSecret> {
    return this.account.enrol(caller, currentPassword);
  }

  @Post('second-factor/confirmations')
  @SignedIn()
  @Idempotency({ off: 'codes must not be kept with a key, and a code works once' })
  @Returns(RecoveryCodes, 201)
  async confirmSecondFactor(
    @Body({ schema: ConfirmSecondFactor }) { code }: ConfirmSecondFactor,
    @CurrentCaller() caller: Caller,
  ): Promise<RecoveryCodes> {
    return { codes: await this.account.confirm(caller, code) };
  }

  @Post('second-factor/removals')
  @SignedIn()
  @Idempotency({ off: 'what is removed stays removed' })
  @Returns(null)
  async removeSecondFactor(
    @Body({ schema: RemoveSecondFactor }) { currentPassword }: RemoveSecondFactor,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.account.remove(caller, currentPassword);
  }
}
