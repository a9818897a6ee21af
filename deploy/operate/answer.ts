/** What a command found or did: for programs and for people, and whether there was anything at all. */
export interface Answer {
  readonly isFound: boolean;
  readonly json: unknown;
  readonly text: string;
}
