// The tables that are not spread by organisation, each with its reason. Everything else carries `organization_id` in
// every key, and a test looks at the migrated databases for one that does not.

export interface Exception {
  /** `local`: on the coordinator alone. `reference`: the same rows on every machine. */
  readonly place: 'local' | 'reference';
  readonly reason: string;
}

const local = (reason: string): Exception => ({ place: 'local', reason });
const reference = (reason: string): Exception => ({ place: 'reference', reason });

const messages =
  'The relay and the consumer take messages of all organisations in turn; a row lives for minutes.';
const received = 'A message is known by its own id before anybody has read whose it is.';
const signIn = 'Belongs to a person, who may be a member of many organisations.';
const issuer = 'Belongs to the issuer, before anybody has said for which organisation they come.';
const dueTimes = 'One look finds what is due next for all organisations.';

export const exceptions: Readonly<Record<string, Exception>> = {
  migration: local('What has been migrated is a fact about the database, not about an organisation.'),
  known_organization: local('The list of all organisations, by which jobs go through them.'),
  outbox: local(messages),
  outbox_sent: local(messages),
  inbox: local(received),
  inbox_sequence: local(received),
  inbox_parked: local(received),
  dead_letter: local('An operator decides about the dead messages of a queue, whoever they are of.'),
  delivery_trouble: local(received),
  job: local('The board and the repeater take jobs of all organisations in turn.'),
  schedule: local(dueTimes),
  schedule_run: local(dueTimes),
  ended_session: local(
    'Looked up with every request by the id of the session alone; gone when its tokens are.',
  ),
  kept_mail: local('Mail that nobody sends stays on the workstation where it was written.'),
  person: reference('Read beside the members of every organisation, written when somebody joins or renames.'),
  person_password: local(signIn),
  person_totp: local(signIn),
  recovery_code: local(signIn),
  passkey: local(signIn),
  passkey_challenge: local(signIn),
  mail_link: local(signIn),
  sign_in_session: local(signIn),
  sign_in_attempts: local('Counts attempts by account and network, whoever they turn out to be.'),
  oidc_record: local(issuer),
  signing_key: local(issuer),
  api_key_home: local('Says of which organisation a key is, to somebody who knows only the key.'),
  personal_token_home: local(
    'Says of which organisation a token is and whether it has ended, to somebody who knows only the token.',
  ),
};
