/** The page of a paper for the PDF press: A4, heads of tables repeated, no time of the run anywhere. */
export const paperTemplate = String.raw`
#let paper = json(bytes(sys.inputs.content))
#let labels = paper.labels
#set document(title: paper.title + " " + paper.facts.at(0).at(1), date: none)
#set page(
  paper: "a4",
  margin: (x: 15mm, y: 14mm),
  footer: context [
    #set text(size: 7.5pt, fill: luma(90))
    #paper.title #paper.facts.at(0).at(1) #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(font: "Noto Sans Devanagari", size: 8.5pt)
#let accent = rgb("#1f4e79")
#let loud(body) = text(weight: 600, body)
#let party(one) = [#text(size: 11pt, weight: 600, one.name) #for line in one.details [#linebreak() #line]]
// Four squares of light all around, as the standard wants, or a scanner does not find it.
#let qr(code, side) = {
  let square = side / (code.size + 8)
  box(width: side, height: side, for (row, column, length) in code.runs {
    place(dx: (column + 4) * square, dy: (row + 4) * square, rect(width: length * square, height: square, fill: black))
  })
}
#let rule = (x, y) => (bottom: 0.4pt + luma(200))

#grid(columns: (1fr, auto), party(paper.seller), align(right, text(size: 16pt, weight: 600, fill: accent, paper.title)))
#line(length: 100%, stroke: 1pt + accent)
#grid(
  columns: (1fr, 1fr),
  [#text(fill: luma(90), paper.buyerAs) #linebreak() #party(paper.buyer)],
  grid(
    columns: (auto, 1fr), row-gutter: 5pt, column-gutter: 8pt,
    ..paper.facts.map(fact => (text(fill: luma(90), fact.at(0)), align(right, loud(fact.at(1))))).flatten(),
  ),
)
#for remark in paper.remarks [#v(4pt) #loud(remark)]
#v(6pt)
#if paper.rows.len() > 0 {
  table(
    columns: (auto, 1fr) + (auto,) * (paper.columns.len() - 2),
    align: (x, y) => if x >= 3 { right } else { left },
    stroke: rule,
    inset: (x: 4pt, y: 4pt),
    fill: (x, y) => if y == 0 { rgb("#eaf0f6") },
    table.header(..paper.columns.map(loud)),
    ..paper.rows.flatten(),
  )
}
#block(breakable: false, width: 100%)[
  #grid(
    columns: (1fr, 75mm), column-gutter: 10mm,
    [
      #text(fill: luma(90), labels.inWords) #linebreak() #loud(paper.words)
      #for part in paper.said [#v(4pt) #text(fill: luma(90), part.label) #for line in part.lines [#linebreak() #line]]
      #if paper.upi != none [
        #v(4pt)
        #grid(
          columns: (auto, 1fr), align: horizon, column-gutter: 2mm,
          qr(paper.code, 34mm), [#text(fill: luma(90), labels.scan) #linebreak() #loud(paper.upi.payee)],
        )
      ]
    ],
    table(
      columns: (1fr, auto), align: (left, right), stroke: rule, inset: (x: 4pt, y: 3.5pt),
      ..paper.totals.flatten(),
      ..paper.total.map(cell => text(size: 11pt, weight: 600, cell)),
    ),
  )
]
#if paper.summary != none [
#v(6pt)
#block(breakable: false, width: 100%)[
  #loud(labels.summary)
  #table(
    columns: (1fr,) + (auto,) * (paper.summary.columns.len() - 1),
    align: (x, y) => if x == 0 { left } else { right },
    stroke: rule, inset: (x: 4pt, y: 3pt),
    table.header(..paper.summary.columns.map(loud)),
    ..paper.summary.rows.flatten(),
  )
]
]
#v(10pt)
#align(right, block(breakable: false)[
  #labels.for #loud(paper.seller.name)
  #v(14mm)
  #labels.signatory
])
`;
