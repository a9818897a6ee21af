import type { sales } from '@dhanman/client';
import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle, type Icon } from '@tabler/icons-react';
import type { Tone } from '../theme/tokens.js';

interface Look {
  readonly tone: Tone;
  readonly icon: Icon;
}

/** How what became of a mail looks, wherever one is shown. */
export const mailLooks: Readonly<Record<sales.InvoiceMail['state'], Look>> = {
  waiting: { tone: 'neutral', icon: IconClock },
  sending: { tone: 'neutral', icon: IconClock },
  sent: { tone: 'good', icon: IconCheck },
  refused: { tone: 'bad', icon: IconAlertTriangle },
  unknown: { tone: 'warning', icon: IconHelpCircle },
};
