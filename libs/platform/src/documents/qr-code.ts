import qrcode from 'qrcode-generator';

/** Dark squares side by side: the row and column of the first, and how many they are. */
export type DarkRun = readonly [row: number, column: number, length: number];

export interface QrCode {
  /** Squares to a side, without the light margin that scanners need. */
  readonly size: number;
  readonly runs: readonly DarkRun[];
}

/**
 * The squares of a QR code for a text of plain ASCII, such as an encoded address; always the same for the same text. It
 * stays readable with a sixth of it gone, which is what folds and stamps take.
 */
export function qrCode(text: string): QrCode {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  const places = Array.from({ length: size }, (_, place) => place);
  const rows = places.map((row) => places.map((column) => (code.isDark(row, column) ? '#' : ' ')).join(''));
  return { size, runs: rows.flatMap(runsOf) };
}

function runsOf(squares: string, row: number): DarkRun[] {
  return [...squares.matchAll(/#+/g)].map(({ index, 0: run }) => [row, index, run.length]);
}
