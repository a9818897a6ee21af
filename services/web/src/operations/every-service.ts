import {
  NoAnswer,
  RequestRefused,
  serviceNames,
  type Operation,
  type RequestOf,
  type ServiceName,
} from '@dhanman/client';
import { api } from '../api/signed-api.js';

/** What all services answered, and which could not; one that is away hides nothing of the others. */
export interface Gathered<Item> {
  readonly items: readonly (Item & { readonly service: ServiceName })[];
  readonly failed: readonly ServiceName[];
}

interface Question<Data, Body, Item> {
  /** The operation of any one service; it is the same in all of them. */
  readonly operation: Operation<Data, Body>;
  readonly request: RequestOf<Data>;
  readonly itemsOf: (body: Body) => readonly Item[];
  readonly services: readonly ServiceName[];
  readonly signal: AbortSignal;
}

/** Services know nothing of each other, so that what concerns all of them comes together only here. */
export async function askServices<Data, Body, Item>(
  question: Question<Data, Body, Item>,
): Promise<Gathered<Item>> {
  const { operation, request, itemsOf, services, signal } = question;
  const answers = await Promise.all(
    services.map(async (service) => {
      try {
        const { body } = await api({ ...operation, service }, request, { signal });
        return { service, items: itemsOf(body) };
      } catch (error) {
        if (error instanceof NoAnswer || error instanceof RequestRefused) return { service };
        throw error;
      }
    }),
  );
  return {
    items: answers.flatMap(({ service, items = [] }) => items.map((item) => ({ ...item, service }))),
    failed: answers.filter(({ items }) => items === undefined).map(({ service }) => service),
  };
}

/** The services in which one may do it: asking the others would only be refused. */
export function servicesWith(may: (permission: string) => boolean, what: string): readonly ServiceName[] {
  return serviceNames.filter((name) => may(`dhanman.${name}.${what}`));
}
