import { SignedUp, SignUp } from '@dhanman/contracts';
import { Idempotency, Public, Returns } from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { SignUpsService } from './sign-ups.service.js';

@Controller('api/v1/sign-ups')
export class SignUpsController {
  constructor(private readonly signUps: SignUpsService) {}

  @Post()
  @Public()
  @Idempotency({ off: 'whoever signs up is nobody yet, so there is nobody to whom a key could belong' })
  @Returns(SignedUp, 201)
  signUp(@Body({ schema: SignUp }) details: SignUp): Promise<SignedUp> {
    return this.signUps.signUp(details);
  }
}
