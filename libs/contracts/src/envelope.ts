import { z } from 'zod';
import { type Contract, type PayloadOf, services } from './contract.js';
import { Id } from './http/shared.js';

/** Everything about a message but its content. The first three are AMQP's own properties, the rest its headers. */
export const Envelope = z.object({
  messageId: Id,
  contract: z.string(),
  correlationId: z.string(),
  source: z.enum(services).meta({ description: 'The service that sent it.' }),
  organizationId: Id.meta({ description: 'Its handler sees the rows of no other organization.' }),
  companyId: Id.optional().meta({ description: 'The company, where the sender worked in one.' }),
  actor: z.string().optional().meta({ description: 'Who caused it: a user id.' }),
  actingFor: z.string().optional().meta({ description: 'In whose place, where somebody acts as another.' }),
  causationId: z.string().optional().meta({ description: 'The request or message whose handling sent it.' }),
  occurredAt: z.iso.datetime().meta({ description: 'When the sending transaction wrote it.' }),
  restated: z.boolean().optional().meta({
    description: 'Says again how a thing is now; whoever missed messages about it goes on from here.',
  }),
  traceparent: z.string().optional().meta({ description: 'W3C trace context of the sender.' }),
});

export type Envelope = z.infer<typeof Envelope>;

/** What a handler gets. */
export interface Message<C extends Contract = Contract> {
  readonly payload: PayloadOf<C>;
  readonly envelope: Envelope;
}
