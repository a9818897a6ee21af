// What a network plugin does with the policies: a connection is admitted when both ends say so.
import { hasLabels, type Found, type Labels } from './manifests.ts';

export interface End {
  readonly labels: Labels;
  /** Of another namespace; without one it is ours. */
  readonly namespace?: string;
}

interface Peer {
  readonly namespaceSelector?: { readonly matchLabels: Labels };
  readonly podSelector?: { readonly matchLabels: Labels };
}

interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports: readonly { readonly port: number }[];
}

interface Policy {
  readonly podSelector: { readonly matchLabels?: Labels };
  readonly policyTypes: readonly ('Ingress' | 'Egress')[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

/** `to` is nothing for an address outside the cluster. */
export function isAdmitted(all: readonly Found[], from: End, to: End | undefined, port: number): boolean {
  const policies = all
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .map(({ spec }) => spec as unknown as Policy);
  const leaves = rulesFor(policies, from, 'Egress');
  const comes = to && rulesFor(policies, to, 'Ingress');
  const admits = (rules: readonly Rule[] | undefined, other: End | undefined): boolean =>
    rules === undefined || rules.some((rule) => isIn(rule.from ?? rule.to, other) && speaks(rule, port));
  return admits(leaves, to) && admits(comes, from);
}

/** Nothing where no policy chooses the pod: then everything is admitted. Policies are about our namespace alone. */
function rulesFor(policies: readonly Policy[], { labels, namespace }: End, type: 'Ingress' | 'Egress') {
  if (namespace !== undefined) return undefined;
  const chosen = policies.filter(
    ({ podSelector, policyTypes }) =>
      policyTypes.includes(type) && hasLabels(podSelector.matchLabels ?? {}, labels),
  );
  if (chosen.length === 0) return undefined;
  return chosen.flatMap((policy) => (type === 'Ingress' ? policy.ingress : policy.egress) ?? []);
}

function isIn(peers: readonly Peer[] | undefined, other: End | undefined): boolean {
  if (peers === undefined) return true;
  if (!other) return false;
  return peers.some(({ namespaceSelector, podSelector }) => {
    const namespace = namespaceSelector?.matchLabels['kubernetes.io/metadata.name'];
    return namespace === other.namespace && hasLabels(podSelector?.matchLabels ?? {}, other.labels);
  });
}

const speaks = ({ ports }: Rule, port: number): boolean => ports.some((one) => one.port === port);
