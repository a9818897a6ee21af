import type { ReactNode } from 'react';
import { ChoiceField, TextField } from '../patterns/field.js';

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly look: (change: Record<string, unknown>) => void;
}

/** One thing of several that a list is narrowed to or ordered by. */
export function FilterChoice({ look, ...field }: FilterProps & { readonly children: ReactNode }) {
  return (
    <ChoiceField
      required
      {...field}
      onChange={({ currentTarget }) => look({ [field.name]: currentTarget.value })}
    />
  );
}

/** A day up to or from which a list is wanted, asked for once it is typed whole. */
export function FilterDay({ look, value, ...field }: FilterProps) {
  return (
    <TextField
      key={value}
      type="date"
      {...field}
      defaultValue={value}
      onBlur={({ currentTarget }) => {
        if (currentTarget.value !== value) look({ [field.name]: currentTarget.value });
      }}
    />
  );
}
