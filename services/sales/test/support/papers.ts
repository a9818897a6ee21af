import type { PaperDto } from '@dhanman/contracts';
import { until } from '@dhanman/testing';
import type supertest from 'supertest';
import type { Person } from '../builders.js';

/** The paper of a document, once it is printed. */
export async function printed(person: Person, document: string): Promise<PaperDto> {
  return until(
    async () => {
      const paper = (await person.company.get(`${document}/paper`).expect(200)).body as PaperDto;
      return paper.state === 'ready' && paper;
    },
    { deadlineMs: 60_000 },
  );
}

export async function pdfOf(person: Person, document: string, language: string): Promise<Buffer> {
  const answer = await bytesIn(person.company.get(`${document}/pdf?language=${language}`))
    .expect('content-type', 'application/pdf')
    .expect(200);
  return answer.body as Buffer;
}

export function bytesIn(request: supertest.Test): supertest.Test {
  return request.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done(null, Buffer.concat(parts)));
  });
}
