import {
  PasskeyQuestion,
  PasskeyStep,
  PasswordStep,
  SecondFactorStep,
  SignInStep,
  SignInUid,
} from '@dhanman/contracts';
import { type Browser, CurrentBrowser, Idempotency, Public, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RefusedSignInsService } from './refused-sign-ins.service.js';
import { SignInsService } from './sign-ins.service.js';

/** What the app's own sign-in page calls while the issuer waits for it. */
@Controller('api/v1/identity/sign-ins/:uid')
export class SignInsController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly refused: RefusedSignInsService,
  ) {}

  @Get()
  @Public()
  @Returns(SignInStep)
  step(
    @Param('uid', { schema: SignInUid }) uid: string,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInStep> {
    return this.signIns.step(uid, browser);
  }

  @Post('password')
  @Public()
  @Idempotency({ off: 'a step of a sign-in belongs to its page, and nobody is signed in yet' })
  @Returns(SignInStep, 200)
  password(
    @Param('uid', { schema: SignInUid }) uid: string,
    @Body({ schema: PasswordStep }) step: PasswordStep,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInStep> {
    return this.refused.watch(this.signIns.password(uid, browser, step));
  }

  @Post('passkey-questions')
  @Public()
  @Idempotency({ off: 'a challenge is for one attempt; the last one asked for counts' })
  @Returns(PasskeyQuestion, 200)
  askForPasskey(
    @Param('uid', { schema: SignInUid }) uid: string,
    @CurrentBrowser() browser: Browser,
  ): Promise<PasskeyQuestion> {
    return this.signIns.askForPasskey(uid, browser);
  }

  @Post('passkey')
  @Public()
  @Idempotency({ off: 'a challenge is answered once, and nobody is signed in yet' })
  @Returns(SignInStep, 200)
  passkey(
    @Param('uid', { schema: SignInUid }) uid: string,
    @Body({ schema: PasskeyStep }) answer: PasskeyStep,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInStep> {
    return this.refused.watch(this.signIns.passkey(uid, browser, answer));
  }

  @Post('second-factor')
  @Public()
  @Idempotency({ off: 'a code works once, and nobody is signed in yet' })
  @Returns(SignInStep, 200)
  secondFactor(
    @Param('uid', { schema: SignInUid }) uid: string,
    @Body({ schema: SecondFactorStep }) { code }: SecondFactorStep,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInStep> {
    return this.refused.watch(this.signIns.secondFactor(uid, browser, code));
  }
}
