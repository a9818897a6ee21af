import pg from 'pg';

type Told = (error: Error | undefined) => void;

/**
 * Statements around a question, of which nothing is wanted but that they ran: what each of them answered is not kept, and
 * no promise is made for them. Two of these surround every read.
 */
export class Command extends pg.Query {
  constructor(statements: string, told: Told) {
    super(statements, (error) => {
      told(error ?? undefined);
    });
  }

  /** The driver would make a result of each. */
  handleCommandComplete(): void {
    // Whether all went well is known when the server is ready for more.
  }
}
