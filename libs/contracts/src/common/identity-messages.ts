import { z } from 'zod';
import { job } from '../contract.js';
import { Id } from '../http/shared.js';

/** What a mail about an account is about; its words are Common's own. */
const AccountMail = z.enum([
  'welcome',
  'verify-address',
  // Of earlier days, before invitations had a mail of their own; one may still wait to be sent.
  'invitation',
  'reset-password',
  'password-changed',
  'already-registered',
]);

/** A link travels as its id: what makes it work is made when the mail is written, and stands in no table. */
export const SendAccountMail = job('common.send-account-mail.v1', {
  summary: 'Send a person a mail about their account.',
  payload: z.object({ mail: AccountMail, personId: Id, linkId: Id.optional() }),
  queue: 'critical',
});

/** A person's data were opened in their name: they are told by whom and why, whoever it was. */
export const TellOfStandIn = job('common.tell-of-stand-in.v1', {
  summary: 'Tell a person that somebody has begun to act as them.',
  payload: z.object({ standInId: Id }),
});

/** Whoever has a linked identity works under the member's name: the member is told of both, whoever did it. */
export const TellOfIdentity = job('common.tell-of-identity.v1', {
  summary: 'Tell a person that a sign-in elsewhere was linked to them, or unlinked.',
  payload: z.object({
    turn: z.enum(['linked', 'unlinked']),
    personId: Id,
    organization: z.string(),
    issuer: z.string(),
  }),
});

/** Whoever has the token works under the person's name: they hear of it, in case it was not they who made it. */
export const TellOfPersonalToken = job('common.tell-of-personal-token.v1', {
  summary: 'Tell a person that a personal token was made in their name.',
  payload: z.object({ personId: Id, organization: z.string(), token: z.string() }),
});

/** The last mail somebody gets: by then they are nobody any more. */
export const TellOfClosedAccount = job('common.tell-of-closed-account.v1', {
  summary: 'Tell a person that their account was closed, with their password.',
  payload: z.object({ personId: Id }),
});

/** Asked for every address alike, so that asking does not tell whether the address is known. */
export const AnswerAccountRequest = job('common.answer-account-request.v1', {
  summary: 'Somebody asked for a new password or a new verification mail; the owner of the address gets it.',
  payload: z.object({
    mail: z.enum(['verify-address', 'reset-password']),
    address: z.string().max(1000).meta({ description: 'Sealed: Common alone can read it.' }),
  }),
});

/** The newest link of an invitation; a mail about one that was replaced, answered or withdrawn meanwhile is not sent. */
export const SendInvitationMail = job('common.send-invitation-mail.v1', {
  summary: 'Send somebody the mail that invites them to an organization.',
  payload: z.object({ invitationId: Id, linkId: Id }),
  queue: 'critical',
});
