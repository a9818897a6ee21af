import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type KeptMail, Mails } from './mails.js';

interface Reply {
  header(name: string, value: string): unknown;
}

/**
 * `/dev/mail`: the mailbox of a developer's machine, as a page and, with `?to=`, as JSON for tests. Like the reference page
 * it is no route of the API. Where mails are really sent there is nothing at this address.
 */
@Injectable()
export class MailPage implements OnModuleInit {
  constructor(
    private readonly mails: Mails,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    if (!this.mails.areKept) return;
    // The body is returned and not sent: an asynchronous handler that returns nothing has answered with nothing.
    this.host.httpAdapter.get('/dev/mail', async (request: { query: { to?: string } }, reply: Reply) => {
      const { to } = request.query;
      const kept = await this.mails.kept();
      if (to !== undefined) return kept.filter((mail) => mail.to.split(', ').includes(to));
      reply.header('content-type', 'text/html; charset=utf-8');
      return page(kept);
    });
  }
}

function page(mails: readonly KeptMail[]): string {
  const none = '<p>No mail yet.</p>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title><h1>Mails that were not sent</h1>
${mails.map(article).join('\n') || none}</html>`;
}

function article({ to, subject, text, files, sentAt }: KeptMail): string {
  const head = `<h2>${escaped(subject)}</h2><p>${escaped(to)} · ${sentAt.toISOString()}</p>`;
  return `<article>${head}<pre>${linked(text)}</pre>${files.map(fileLink).join(' ')}</article>`;
}

function fileLink({ name, type, base64 }: KeptMail['files'][number]): string {
  return `<a download="${escaped(name)}" href="data:${escaped(type)};base64,${base64}">${escaped(name)}</a>`;
}

function linked(text: string): string {
  return escaped(text).replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
