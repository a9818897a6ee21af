/** The page on which every report is printed, for the PDF press: A4, heads repeated, figures grouped the Indian way. */
export const reportTemplate = String.raw`
#let report = json(bytes(sys.inputs.content))
#set document(title: report.title, date: none)
#set page(
  paper: "a4",
  flipped: report.columns.len() > 6,
  margin: (x: 15mm, y: 16mm),
  footer: context [
    #set text(size: 7.5pt, fill: luma(90))
    #report.title #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(font: "Noto Sans Devanagari", size: 8.5pt)
#text(size: 14pt, weight: 600, report.title)
#for line in report.head [#linebreak() #line]
#v(6pt)
#let is-figure(column) = column.kind in ("amount", "balance", "percent", "count")
#let loud = ("section", "total", "result")
#let cell(row, index) = {
  let body = row.cells.at(index)
  let name = report.nameColumn
  let indented = if index == name { pad(left: row.level * 8pt, body) } else { body }
  if row.kind in loud { text(weight: 600, indented) } else { indented }
}
#table(
  columns: report.columns.map(c => if is-figure(c) or c.kind == "date" { auto } else if c.label in ("Name", "Narration", "Other side") { 1fr } else { auto }),
  align: (x, y) => if is-figure(report.columns.at(x)) { right } else { left },
  stroke: (x, y) => (bottom: 0.4pt + luma(200)),
  inset: (x: 4pt, y: 3pt),
  table.header(..report.columns.map(c => text(weight: 600, c.label))),
  ..report.rows.map(row => range(report.columns.len()).map(index => cell(row, index))).flatten(),
)
#for line in report.foot [#line #linebreak()]
`;
