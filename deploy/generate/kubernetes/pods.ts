import { limits } from '../../topology.ts';
import type { Value } from './yaml.ts';

type Fields = Readonly<Record<string, Value>>;

/** An account that exists in no image and owns nothing. */
export const account = 10_001;

/** Of every pod of ours: no root, no token of the cluster, nothing that the kernel need not allow. */
export const closedPod: Fields = {
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: account,
    runAsGroup: account,
    // Credential files belong to it and are readable by nobody else, which the services insist on.
    fsGroup: account,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

export const closedContainer: Fields = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

export const credentialsPath = '/run/credentials';
/** 0440, which JSON and so the API write in tens. */
const readableByGroup = 0o440;

/** The named keys and no other; a pod whose secret lacks one does not start, and its events say which. */
export const credentials = (secretName: string, keys: readonly string[]): Fields => ({
  name: 'credentials',
  secret: {
    secretName,
    defaultMode: readableByGroup,
    items: keys.map((key) => ({ key, path: key })),
  },
});

/** Between the signal and the end a service drains; before the signal every proxy has to hear that it leaves. */
export const leaveSeconds = 10;
export const graceSeconds = leaveSeconds + limits.stopTimeoutSeconds;

export const preStop: Fields = { preStop: { sleep: { seconds: leaveSeconds } } };

/** Two pods of a kind on one machine fall together. */
export const apart = (matchLabels: Readonly<Record<string, string>>): readonly Value[] => [
  {
    maxSkew: 1,
    topologyKey: 'kubernetes.io/hostname',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
  },
];

/** The one before serves until the one that comes is ready. */
export const rolling: Fields = {
  type: 'RollingUpdate',
  rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
};
