import { inflateSync } from 'node:zlib';
import jsQr from 'jsqr';

const scale = 3;
const [width, height] = [595 * scale, 842 * scale];

/** What a phone reads on a paper: its black squares are painted, at their places on the page, and looked at. */
export function scanned(pdf: Buffer): string | undefined {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [, x, y, wide, high] of drawingOf(pdf).matchAll(blackRectangle)) {
    blacken(pixels, [Number(x), 842 - Number(y), Number(wide), Number(high)]);
  }
  return jsQr.default(pixels, width, height)?.data;
}

const blackRectangle =
  /q\n1 0 0 -1 (\S+) (\S+) cm\n\S+ cs\n0 scn\n0 0 m\n(\S+) 0 l\n\S+ (\S+) l\n0 \S+ l\nh\nf\n/g;

function blacken(pixels: Uint8ClampedArray, place: readonly [number, number, number, number]): void {
  const [x, y, wide, high] = place.map((length) => length * scale) as [number, number, number, number];
  for (let row = Math.round(y); row < Math.round(y + high); row += 1) {
    const [from, to] = [Math.round(x), Math.round(x + wide)].map((column) => (row * width + column) * 4);
    for (let at = from!; at < to!; at += 4) pixels.fill(0, at, at + 3);
  }
}

/** What the pages are drawn with; fonts and colour profiles are streams too, and draw nothing. */
function drawingOf(pdf: Buffer): string {
  const streams = pdf.toString('latin1').matchAll(/\/FlateDecode[^]*?stream\r?\n([^]*?)\r?\nendstream/g);
  return [...streams].map(([, packed = '']) => inflated(packed)).join('\n');
}

function inflated(packed: string): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}
