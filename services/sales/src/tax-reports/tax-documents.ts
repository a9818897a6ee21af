/**
 * What the tax reports are made of, as SQL: of the organization `$1` and its company `$2`, from `$3` to `$4`, sold from
 * the registration `$5` or from any. An invoice that the books refuse has gone out all the same, so it counts until it
 * is cancelled; a note that is taken back within its month was never told, and after that it is told a second time, the
 * other way round.
 */
const numbered = `
  numbered as (
    select 'invoice' as document, id, id as invoice_id, dated_on, number, state = 'cancelled' as is_void, 1 as sign,
      case when state = 'posted' and cancelled_on is not null then 'undoing' else state end as state
    from invoice
    where organization_id = $1 and company_id = $2 and number is not null and dated_on between $3 and $4
    union all
    select 'credit-note', note.id, note.invoice_id, note.dated_on, note.number,
      note.undone = 'withdrawn' or coalesce(credit.ended_on < date_trunc('month', note.dated_on) + interval '1 month', false), -1,
      case posting.state when 'asked' then 'issued' when 'reversing' then 'undoing' else coalesce(posting.state, 'issued') end
    from credit_note note
      left join credit on credit.organization_id = note.organization_id and credit.id = note.id
      left join posting on posting.organization_id = note.organization_id and posting.document = 'credit-note'
        and posting.document_id = note.id and posting.purpose = 'issue'
    where note.organization_id = $1 and note.company_id = $2 and note.state = 'issued'
      and note.dated_on between $3 and $4
    union all
    select 'credit-note-reversed', note.id, note.invoice_id, credit.ended_on, note.number, false, 1, 'reversed'
    from credit_note note join credit on credit.organization_id = note.organization_id and credit.id = note.id
    where note.organization_id = $1 and note.company_id = $2 and note.undone = 'reversed' and credit.ended_on between $3 and $4
      and credit.ended_on >= date_trunc('month', note.dated_on) + interval '1 month')`;

/** Who sold and who bought stands on the paper of the invoice; one of before papers were kept has the parties of today. */
export const taxDocuments = `
  ${numbered},
  sold as (
    select numbered.*, invoice.content, invoice.taxed, customer.name as customer_name, invoice.dated_on as invoice_on,
      case when paper.id is null then customer.state_code else paper.content -> 'buyer' ->> 'stateCode' end as buyer_state,
      case when paper.id is null then customer.gstin else paper.content -> 'buyer' ->> 'gstin' end as buyer_gstin,
      case when paper.id is null then (
        select gstin from company, jsonb_array_elements_text(gstins) with ordinality as registration (gstin, place)
        where company.organization_id = $1 and company.id = $2
          and left(gstin, 2) = coalesce(invoice.content ->> 'soldFrom', left(gstin, 2))
        order by place limit 1)
      else paper.content -> 'seller' ->> 'gstin' end as seller_gstin
    from numbered
      join invoice on invoice.organization_id = $1 and invoice.id = numbered.invoice_id
      join customer on customer.organization_id = $1 and customer.id = invoice.customer_id
      left join invoice_paper paper on paper.organization_id = $1 and paper.id = numbered.invoice_id),
  tax_document as (select * from sold where $5::text is null or sold.seller_gstin = $5)`;

/** Tax that the customer pays to the government stands on the paper, but nobody is asked for it here. */
export const taxFigures = `
  left join credit_note note on tax_document.document <> 'invoice' and note.organization_id = $1 and note.id = tax_document.id
  cross join lateral (
    select case when tax_document.is_void then 0 else tax_document.sign end as factor,
      coalesce(note.credited, tax_document.taxed) -> 'totals' as totals) as told
  cross join lateral (
    select coalesce(sum(tax.amount) filter (where tax.kind = 'cgst'), 0) as cgst,
      coalesce(sum(tax.amount) filter (where tax.kind in ('sgst', 'utgst')), 0) as sgst,
      coalesce(sum(tax.amount) filter (where tax.kind = 'igst'), 0) as igst,
      coalesce(sum(tax.amount) filter (where tax.kind = 'cess'), 0) as cess
    from jsonb_to_recordset(told.totals -> 'taxes') as tax (kind text, amount numeric)
    where (told.totals ->> 'reverseCharge')::numeric = 0) as taxes
  cross join lateral (
    select told.factor * (told.totals ->> 'net')::numeric as value, told.factor * (told.totals ->> 'taxable')::numeric as taxable,
      told.factor * taxes.cgst as cgst, told.factor * taxes.sgst as sgst, told.factor * taxes.igst as igst, told.factor * taxes.cess as cess,
      told.factor * (told.totals ->> 'roundOff')::numeric as "roundOff",
      told.factor * (told.totals ->> 'total')::numeric as total) as figure`;
