import { expect, test } from '@jest/globals';
import { PdfPress } from '../src/index.js';

const template = `#set document(date: none)
#set text(font: "Noto Sans Devanagari")
#let content = json(bytes(sys.inputs.content))
#content.amount #content.name`;
const content = { amount: '₹ 12,34,567.00', name: 'बैंक खाता' };

test('the same content is the same document, byte for byte, from another press too', async () => {
  const [one, other] = await Promise.all(
    [new PdfPress(), new PdfPress()].map((press) => press.print(template, content)),
  );
  expect(one!.subarray(0, 5).toString()).toBe('%PDF-');
  expect(one!.equals(other!)).toBe(true);
  expect(one!.equals(await new PdfPress().print(template, { ...content, name: 'नकद' }))).toBe(false);
});

test('a template that cannot be set is an error, and the press goes on', async () => {
  const press = new PdfPress();
  await expect(press.print('#no-such-thing', {})).rejects.toThrow('The template cannot be set');
  expect((await press.print(template, content)).length).toBeGreaterThan(1000);
});

test('a template reads no file of the machine', async () => {
  await expect(new PdfPress().print('#read("/etc/passwd")', {})).rejects.toThrow(
    'The template cannot be set',
  );
});
