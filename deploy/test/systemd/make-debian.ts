// Before the tests of a machine, outside of them: where no container may run none is needed.
import { whyNoContainer } from './container.ts';
import { makeDebian, whyNoDebian } from './debian.ts';

const refusal = whyNoContainer();
if (refusal === undefined) makeDebian(5 * 60_000);
console.log(refusal ?? whyNoDebian() ?? 'A Debian to start from is there.');
