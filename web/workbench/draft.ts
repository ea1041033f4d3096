const firstDraft = `select unit_id, unit_name
from marts.units
where unit_level = 'province'
order by unit_id
`;

const nameOf = (reader: string | undefined) => `thads-sql-${reader ?? ''}`;

/** What somebody was writing in this window; before they wrote anything, a query to begin with. */
export function draftOf(reader: string | undefined): string {
  return sessionStorage.getItem(nameOf(reader)) ?? firstDraft;
}

/** Keeps what somebody is writing until the window is closed. */
export function keepDraft(reader: string | undefined, text: string): void {
  sessionStorage.setItem(nameOf(reader), text);
}
