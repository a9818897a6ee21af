/** What a person who writes a dashboard says about one picture; the rest Grafana is told by `grafana.ts`. */
export interface Panel {
  readonly title: string;
  /** What it shows and from when on it is bad, in whole sentences. */
  readonly says: string;
  readonly kind: 'timeseries' | 'stat' | 'table';
  /** As Grafana spells units: `s`, `bytes`, `reqps`, `percentunit`, `short`. */
  readonly unit: string;
  /** In columns of 24. */
  readonly width: 6 | 8 | 12 | 24;
  readonly asks: readonly Ask[];
  /** From here on it is red: the threshold of the alert where there is one. */
  readonly red?: number;
  /** Red below the number instead of above it. */
  readonly redBelow?: true;
  /** What to do about it: a page of this repository. */
  readonly runbook: string;
}

export interface Ask {
  readonly expr: string;
  readonly legend: string;
  /** The value now, for tables; not its history. */
  readonly instant?: true;
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly says: string;
  readonly panels: readonly Panel[];
}

/** The labels that choose what is looked at. They come from the scrape targets. */
export const chosen = 'environment="$environment",service=~"$service"';
