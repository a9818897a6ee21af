import { TextField } from '../patterns/field.js';

interface ReasonFieldProps {
  readonly label: string;
  readonly error: string | undefined;
}

/** Why something that stands in the books is taken back: it is kept with it, so nobody takes back without one. */
export function ReasonField(props: ReasonFieldProps) {
  return <TextField name="reason" required maxLength={200} autoComplete="off" {...props} />;
}
