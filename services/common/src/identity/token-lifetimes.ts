const minute = 60;
const day = 24 * 60 * minute;

/** In every service, until the session it is of ends. */
export const accessTokenSeconds = 10 * minute;

/** What is checked by its signature alone is short; what is looked up may be long. */
export const tokenLifetimes = {
  AccessToken: accessTokenSeconds,
  IdToken: 10 * minute,
  AuthorizationCode: minute,
  Interaction: 30 * minute,
  Session: 14 * day,
  Grant: 14 * day,
  RefreshToken: 14 * day,
} as const;
