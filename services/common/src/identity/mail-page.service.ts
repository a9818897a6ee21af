import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CommonConfig } from '../config.js';
import { type KeptMail, MailService } from './mail.service.js';

interface Reply {
  header(name: string, value: string): unknown;
}

/**
 * `/dev/mail`: the mailbox of a developer's machine, as a page and, with `?to=`, as JSON for tests. Like the reference page
 * it is no route of the API. Where mails are really sent there is nothing at this address.
 */
@Injectable()
export class MailPageService implements OnModuleInit {
  constructor(
    private readonly config: CommonConfig,
    private readonly mails: MailService,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    if (!this.config.keepsMail) return;
    // The body is returned and not sent: an asynchronous handler that returns nothing has answered with nothing.
    this.host.httpAdapter.get('/dev/mail', async (request: { query: { to?: string } }, reply: Reply) => {
      const { to } = request.query;
      const kept = await this.mails.kept();
      if (to !== undefined) return kept.filter((mail) => mail.to === to);
      reply.header('content-type', 'text/html; charset=utf-8');
      return page(kept);
    });
  }
}

function page(mails: readonly KeptMail[]): string {
  const articles = mails.map(
    ({ to, subject, text, sentAt }) =>
      `<article><h2>${escaped(subject)}</h2><p>${escaped(to)} · ${sentAt.toISOString()}</p><pre>${linked(text)}</pre></article>`,
  );
  const none = '<p>No mail yet.</p>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title><h1>Mails that were not sent</h1>
${articles.join('\n') || none}</html>`;
}

function linked(text: string): string {
  return escaped(text).replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
