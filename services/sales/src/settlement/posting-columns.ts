/** Why the ledger refused, for the select list of whatever reads `posting`. */
export const rejection = `
  case when posting.rejection_code is not null then
    jsonb_build_object('code', posting.rejection_code, 'reason', posting.rejection_reason) end as rejection`;

export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
