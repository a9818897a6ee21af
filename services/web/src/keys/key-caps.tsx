import { Fragment } from 'react';
import { capsOf } from './key-press.js';
import classes from './keys.module.css';

/** Keys as they are printed on the keyboard. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.caps} translate="no">
      {capsOf(keys).map((cap, index) => (
        <Fragment key={cap}>
          {index > 0 && ' '}
          <kbd>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
