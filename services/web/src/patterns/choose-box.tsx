import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { allOrNone, type Selection, toggled } from './selection.js';
import classes from './records.module.css';

/** The boxes of a list: one for each row, one above them all. With Shift a box takes along all since the last one. */
export function useChooseBoxes<Row>(
  selection: Selection<Row> | undefined,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
) {
  const last = useRef<number>(undefined);
  if (selection === undefined) return undefined;
  const { chosen, choose, nameOf } = selection;
  const keys = (): readonly string[] => rows.map(keyOf);
  const toggle = (at: number, isRange: boolean): void => {
    choose(toggled(chosen, keys(), { at, from: isRange ? last.current : undefined }));
    last.current = at;
  };
  return {
    has: (row: Row): boolean => chosen.has(keyOf(row)),
    one: (row: Row, at: number) => (
      <ChooseBox
        name={nameOf(row)}
        isChosen={chosen.has(keyOf(row))}
        toggle={(isRange) => toggle(at, isRange)}
      />
    ),
    all: () => (
      <ChooseAll count={chosen.size} of={rows.length} toggle={() => choose(allOrNone(chosen, keys()))} />
    ),
  };
}

interface ChooseBoxProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly toggle: (isRange: boolean) => void;
}

function ChooseBox({ name, isChosen, toggle }: ChooseBoxProps) {
  const { t } = useTranslation();
  const onChange = ({ nativeEvent }: ChangeEvent): void =>
    toggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
  return (
    <label className={classes.box}>
      <input type="checkbox" aria-label={t('choice.one', { name })} checked={isChosen} onChange={onChange} />
    </label>
  );
}

interface ChooseAllProps {
  readonly count: number;
  readonly of: number;
  readonly toggle: () => void;
}

function ChooseAll({ count, of, toggle }: ChooseAllProps) {
  const { t } = useTranslation();
  const isSome = count > 0 && count < of;
  return (
    <label className={classes.box}>
      <input
        ref={(box) => {
          if (box) box.indeterminate = isSome;
        }}
        type="checkbox"
        aria-label={t('choice.all')}
        checked={of > 0 && count >= of}
        onChange={toggle}
      />
    </label>
  );
}
