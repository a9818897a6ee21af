/** Under this name the members are kept by the query client, and forgotten when one of them changes. */
export const membersKey = ['memberships'] as const;
