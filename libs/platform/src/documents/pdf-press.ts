import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { PrintOrder, PrintResult } from './pdf-worker.js';

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes PDF documents from a typst template and what stands in it. The same template and content give the same bytes, on
 * any day and machine, so that a document can be made again instead of being kept.
 */
@Injectable()
export class PdfPress {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private orders = 0;

  /** The template finds the content as JSON text in `sys.inputs.content`. */
  async print(template: string, content: object): Promise<Buffer> {
    const worker = (this.worker ??= this.start());
    this.orders += 1;
    const order: PrintOrder = { id: this.orders, template, content: JSON.stringify(content) };
    return new Promise((resolve, reject) => {
      this.waiting.set(order.id, { resolve, reject });
      // While something is printed the process stays; idle, the thread does not keep it.
      worker.ref();
      worker.postMessage(order);
    });
  }

  private start(): Worker {
    const worker = new Worker(new URL(workerFile(), import.meta.url));
    worker.on('message', ({ id, pdf, error }: PrintResult) => {
      const order = this.waiting.get(id);
      this.waiting.delete(id);
      if (this.waiting.size === 0) worker.unref();
      if (pdf) order?.resolve(Buffer.from(pdf));
      else order?.reject(new Error(`The template cannot be set: ${error ?? ''}`));
    });
    worker.on('error', (error) => {
      this.worker = undefined;
      for (const { reject } of this.waiting.values()) reject(error as Error);
      this.waiting.clear();
    });
    return worker;
  }
}

/** Beside this file, built or not. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js';
}
