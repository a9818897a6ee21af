import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';

/** Rules about length and guessing are told by the service; this only keeps out what cannot be a password. */
const password = z.string().min(1).max(1_000);
const email = z.email('must be an e-mail address').max(254);
const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');
/** The text behind the # of a link in a mail. */
const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not the text of a link');
const code = z
  .string()
  .regex(/^[0-9A-Za-z -]{6,24}$/, 'must be six digits or a recovery code')
  .meta({ examples: ['492039'] });

export const PersonDto = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    status: z.enum(['invited', 'active', 'deactivated']),
    emailVerifiedAt: Instant.nullable(),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
  })
  .meta({ id: 'Person' });

export const PatchPerson = z.strictObject({ name }).meta({ id: 'PatchPerson' });

/** Answered alike whether the address is known or not. */
export const AccountRequest = z
  .strictObject({ email, mail: z.enum(['verify-address', 'reset-password']) })
  .meta({ id: 'AccountRequest' });

export const AddressVerification = z.strictObject({ token: linkToken }).meta({ id: 'AddressVerification' });
export const PasswordReset = z.strictObject({ token: linkToken, password }).meta({ id: 'PasswordReset' });
export const InvitationAcceptance = z
  .strictObject({ token: linkToken, password, name: name.optional() })
  .meta({ id: 'InvitationAcceptance' });

export const PasswordChange = z
  .strictObject({ currentPassword: password, password })
  .meta({ id: 'PasswordChange' });

/** In which mails are written, whatever language the app speaks on some device. */
export const Language = z.enum(['en', 'hi']).meta({ id: 'Language' });

export const ChooseLanguage = z.strictObject({ language: Language }).meta({ id: 'ChooseLanguage' });

export const ChooseName = z.strictObject({ name }).meta({ id: 'ChooseName' });

/** The step of a sign-in that is due, and where the browser goes when it is done. */
export const SignInStep = z
  .object({
    step: z.enum(['password', 'second-factor', 'done']),
    continueAt: z.string().nullable(),
  })
  .meta({ id: 'SignInStep' });

export const SignInUid = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/, 'is not a sign-in');
export const PasswordStep = z.strictObject({ email, password }).meta({ id: 'PasswordStep' });
export const SecondFactorStep = z.strictObject({ code }).meta({ id: 'SecondFactorStep' });

export const SecondFactorDto = z
  .object({ isOn: z.boolean(), recoveryCodesLeft: z.int().min(0) })
  .meta({ id: 'SecondFactor' });

export const EnrolSecondFactor = z
  .strictObject({ currentPassword: password })
  .meta({ id: 'EnrolSecondFactor' });
export const SecondFactorSecret = z
  .object({ secret: z.string(), uri: z.string().meta({ description: 'For a QR code.' }) })
  .meta({ id: 'SecondFactorSecret' });
export const ConfirmSecondFactor = z.strictObject({ code }).meta({ id: 'ConfirmSecondFactor' });
export const RecoveryCodes = z
  .object({ codes: z.array(z.string()).meta({ description: 'Shown once; each opens the door once.' }) })
  .meta({ id: 'RecoveryCodes' });
export const RemoveSecondFactor = z
  .strictObject({ currentPassword: password })
  .meta({ id: 'RemoveSecondFactor' });

export const SessionUid = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'is not a session');
export const SessionDto = z
  .object({
    id: SessionUid,
    isCurrent: z.boolean(),
    userAgent: z.string(),
    network: z.string(),
    signedInAt: Instant,
    lastUsedAt: Instant,
  })
  .meta({ id: 'Session' });
export const SessionList = z.object({ items: z.array(SessionDto) }).meta({ id: 'SessionList' });

/** Where the next tokens of this session are for. */
export const ChooseOrganization = z.strictObject({ organizationId: Id }).meta({ id: 'ChooseOrganization' });
export type ChooseOrganization = z.infer<typeof ChooseOrganization>;

export type PersonDto = z.infer<typeof PersonDto>;
export type PatchPerson = z.infer<typeof PatchPerson>;
export type AccountRequest = z.infer<typeof AccountRequest>;
export type AddressVerification = z.infer<typeof AddressVerification>;
export type PasswordReset = z.infer<typeof PasswordReset>;
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;
export type Language = z.infer<typeof Language>;
export type ChooseLanguage = z.infer<typeof ChooseLanguage>;
export type ChooseName = z.infer<typeof ChooseName>;
export type PasswordChange = z.infer<typeof PasswordChange>;
export type SignInStep = z.infer<typeof SignInStep>;
export type PasswordStep = z.infer<typeof PasswordStep>;
export type SecondFactorStep = z.infer<typeof SecondFactorStep>;
export type SecondFactorDto = z.infer<typeof SecondFactorDto>;
export type EnrolSecondFactor = z.infer<typeof EnrolSecondFactor>;
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;
export type ConfirmSecondFactor = z.infer<typeof ConfirmSecondFactor>;
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
export type RemoveSecondFactor = z.infer<typeof RemoveSecondFactor>;
export type SessionDto = z.infer<typeof SessionDto>;
export type SessionList = z.infer<typeof SessionList>;
