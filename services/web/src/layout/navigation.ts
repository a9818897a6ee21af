import { IconHeartbeat, IconHome, type Icon } from '@tabler/icons-react';

export interface Destination {
  readonly to: '/' | '/status';
  readonly label: 'menu.home' | 'menu.services';
  readonly icon: Icon;
}

export interface DestinationGroup {
  /** A group without a heading stands by itself at the top. */
  readonly heading?: 'menu.operations';
  readonly destinations: readonly Destination[];
}

/** The menu shows what exists, and nothing else: a page is added here when it works. */
export const navigation: readonly DestinationGroup[] = [
  { destinations: [{ to: '/', label: 'menu.home', icon: IconHome }] },
  {
    heading: 'menu.operations',
    destinations: [{ to: '/status', label: 'menu.services', icon: IconHeartbeat }],
  },
];
