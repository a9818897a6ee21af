import { common, NoAnswer, RequestRefused, serviceNames, type ServiceName } from '@dhanman/client';
import { systemClock } from '@dhanman/kernel';
import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { openApi } from '../api/api.js';
import { observe, type Observation, type Reading } from './service-health.js';

export const pollSeconds = 5;
const patienceMs = 4000;

export interface ObservedService {
  readonly name: ServiceName;
  readonly observation: Observation | undefined;
}

export interface ServicesHealth {
  readonly services: readonly ObservedService[];
  readonly isChecking: boolean;
  readonly checkNow: () => void;
}

/** Asks all services again and again while somebody looks; a hidden page asks nothing. */
export function useServicesHealth(): ServicesHealth {
  const client = useQueryClient();
  const queries = useMemo(() => serviceNames.map((name) => healthQuery(client, name)), [client]);
  const results = useQueries({ queries });
  return {
    services: serviceNames.map((name, index) => ({ name, observation: results[index]?.data })),
    isChecking: results.some(({ isFetching }) => isFetching),
    checkNow: () => void client.refetchQueries({ queryKey: ['health'] }),
  };
}

function healthQuery(client: QueryClient, name: ServiceName) {
  const queryKey = ['health', name] as const;
  return {
    queryKey,
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
      observe(client.getQueryData<Observation>(queryKey), await ask(name, signal)),
    refetchInterval: pollSeconds * 1000,
    staleTime: pollSeconds * 1000,
    refetchOnWindowFocus: true,
  };
}

/** Every service answers this alike. */
const readinessOf = (service: ServiceName) => ({ ...common.healthReady, service });

async function ask(name: ServiceName, signal: AbortSignal): Promise<Reading> {
  const started = performance.now();
  const health = await answerOf(name, signal);
  return {
    at: systemClock.now().getTime(),
    responseMs: Math.max(1, Math.round(performance.now() - started)),
    health,
  };
}

/** That a service does not answer is knowledge, not a failure of this page. */
async function answerOf(name: ServiceName, signal: AbortSignal): Promise<common.Health | undefined> {
  try {
    const { body } = await openApi(
      readinessOf(name),
      {},
      { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) },
    );
    return body;
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof RequestRefused) return undefined;
    throw error;
  }
}
