/**
 * Why a figure is what it is: the rule that was used, what it was given, what it found, and where it is written. `because`
 * holds the reasons of the inputs, so that any amount can be followed down to facts and paragraphs.
 */
export interface Reason {
  /** A stable word that screens translate: `gst.place-of-supply`. */
  readonly rule: string;
  readonly found: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly source: string;
  readonly because: readonly Reason[];
}
