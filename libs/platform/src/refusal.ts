/** The service will not run like this, and its message says all there is to say: no stack, no retry. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
}
