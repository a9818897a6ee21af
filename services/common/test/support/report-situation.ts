import type { ReportDto } from '@dhanman/contracts';
import type { StartedService } from '@dhanman/testing';
import { anAsker, type Asker } from '../builders.js';
import { RecordedBooks } from './recorded-books.js';

/** A company with books to write in, and somebody who reads its reports. */
export interface ReportSituation {
  readonly asker: Asker;
  readonly books: RecordedBooks;
  report(path: string): Promise<ReportDto>;
}

/** Reports are asked for below the path of the company that is given, such as `/reports`. */
export async function aReportSituation(started: StartedService, below = ''): Promise<ReportSituation> {
  const asker = await anAsker(started);
  const report = async (path: string): Promise<ReportDto> =>
    (await asker.get(`/api/v1/companies/${asker.companyId}${below}/${path}`).expect(200)).body as ReportDto;
  return { asker, books: new RecordedBooks(started, asker), report };
}
