import { randomBytes } from 'node:crypto';
import { Clock } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import type { EntityManager } from 'typeorm';
import { noOrganization, type Person, type PersonId } from '../people/person.js';
import * as factor from './second-factor.js';
import { SealService } from './seal.service.js';

interface Stored {
  readonly secret: string;
  readonly confirmedAt: Date | null;
  readonly lastStep: string;
}

/** One step of the app's clock before and after ours. */
const toleranceSeconds = 30;

/** Six digits from an app on the person's phone, or one of ten recovery codes when the phone is lost. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seal: SealService,
  ) {}

  async stateOf(id: PersonId): Promise<{ isOn: boolean; recoveryCodesLeft: number }> {
    const [row] = await this.db.query<{ isOn: boolean; recoveryCodesLeft: number }>(
      `select exists (select from person_totp where person_id = $1 and confirmed_at is not null) as "isOn",
         (select count(*)::int from recovery_code where person_id = $1 and used_at is null) as "recoveryCodesLeft"`,
      [id],
    );
    return row ?? { isOn: false, recoveryCodesLeft: 0 };
  }

  /** A new secret. It counts only once a code made with it has been shown, or a mistake would lock the person out. */
  async enrol({ id, email }: Person): Promise<{ secret: string; uri: string }> {
    const secret = generateSecret();
    const [row] = await this.db.query<object>(
      `insert into person_totp (person_id, secret) values ($1, $2)
       on conflict (person_id) do update set secret = excluded.secret, last_step = 0
         where person_totp.confirmed_at is null
       returning person_id`,
      [id, this.seal.seal(secret, id)],
    );
    if (!row) throw new factor.SecondFactorOn();
    return { secret, uri: generateURI({ issuer: 'Dhanman', label: email, secret }) };
  }

  async confirm(id: PersonId, code: string): Promise<readonly string[]> {
    return this.db.transaction(noOrganization, async (tx) => {
      const stored = await this.lock(tx, id);
      if (!stored) throw new factor.SecondFactorNotBegun();
      if (stored.confirmedAt) throw new factor.SecondFactorOn();
      await this.useTotp(tx, id, stored, factor.plainCode(code));
      await tx.query('update person_totp set confirmed_at = $2 where person_id = $1', [id, this.clock.now()]);
      return this.newRecoveryCodes(tx, id);
    });
  }

  /** Uses up one code of either kind; two requests with the same code are one use. */
  async use(id: PersonId, typed: string): Promise<'otp' | 'recovery'> {
    const code = factor.plainCode(typed);
    return this.db.transaction(noOrganization, async (tx) => {
      const stored = await this.lock(tx, id);
      if (!stored?.confirmedAt) throw new factor.SecondFactorNotBegun();
      if (factor.isTotp(code)) {
        await this.useTotp(tx, id, stored, code);
        return 'otp';
      }
      await this.useRecoveryCode(tx, id, code);
      return 'recovery';
    });
  }

  async remove(id: PersonId): Promise<void> {
    await this.db.transaction(noOrganization, async (tx) => {
      await tx.query('delete from recovery_code where person_id = $1', [id]);
      await tx.query('delete from person_totp where person_id = $1', [id]);
    });
  }

  private async lock(tx: EntityManager, id: PersonId): Promise<Stored | undefined> {
    const [stored] = await tx.query<Stored[]>(
      `select secret, confirmed_at as "confirmedAt", last_step as "lastStep" from person_totp
       where person_id = $1 for update`,
      [id],
    );
    return stored;
  }

  /** Codes of a step that was used, and of earlier ones, are worth nothing to whoever watched them being typed. */
  private async useTotp(tx: EntityManager, id: PersonId, stored: Stored, token: string): Promise<void> {
    const result = await verify({
      secret: this.seal.open(stored.secret, id),
      token,
      epoch: Math.floor(this.clock.now().getTime() / 1000),
      epochTolerance: toleranceSeconds,
    });
    if (!result.valid || !('timeStep' in result) || result.timeStep <= Number(stored.lastStep)) {
      throw new factor.CodeWrong();
    }
    await tx.query('update person_totp set last_step = $2 where person_id = $1', [id, result.timeStep]);
  }

  private async useRecoveryCode(tx: EntityManager, id: PersonId, code: string): Promise<void> {
    const [, used] = await tx.query<[object[], number]>(
      'update recovery_code set used_at = $3 where person_id = $1 and hash = $2 and used_at is null',
      [id, this.hashOf(id, code), this.clock.now()],
    );
    if (used === 0) throw new factor.CodeWrong();
  }

  private async newRecoveryCodes(tx: EntityManager, id: PersonId): Promise<readonly string[]> {
    const codes = Array.from({ length: factor.recoveryCodeCount }, () =>
      factor.recoveryCode(randomBytes(10)),
    );
    await tx.query('delete from recovery_code where person_id = $1', [id]);
    await tx.query('insert into recovery_code (person_id, hash) select $1, unnest($2::text[])', [
      ...[id, codes.map((code) => this.hashOf(id, factor.plainCode(code)))],
    ]);
    return codes;
  }

  private hashOf(id: PersonId, code: string): string {
    return this.seal.fingerprint(`${id} ${code}`, 'recovery code');
  }
}
