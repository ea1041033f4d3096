import {css, html, nothing, type TemplateResult} from 'lit';

/** A column's head that sorts by it; a second press turns the order round. `order` has `-` for the highest first. */
export function sortHeader(
  {
    column,
    label,
    order,
    isNumber = true,
    isWide = false,
  }: {
    column: string;
    label: string;
    order: string;
    isNumber?: boolean;
    isWide?: boolean;
  },
  sort: (order: string) => void,
): TemplateResult {
  const isSorted = order.replace(/^-/, '') === column;
  const isDescending = order.startsWith('-');
  // Figures begin with the largest, names with the first.
  const next = isSorted ? (isDescending ? column : `-${column}`) : isNumber ? `-${column}` : column;
  return html`<th
    scope="col"
    class="${isNumber ? 'number' : ''} ${isWide ? 'wide' : ''}"
    aria-sort=${isSorted ? (isDescending ? 'descending' : 'ascending') : nothing}
  >
    <button type="button" class="sort" @click=${() => sort(next)}>
      ${label}<span aria-hidden="true">${isSorted ? (isDescending ? ' ▼' : ' ▲') : ''}</span>
    </button>
    <span class="printed">${label}</span>
  </th>`;
}

/** How such heads look, on paper without the button. */
export const sortHeaderStyles = css`
  button.sort {
    min-height: 1.6rem;
    /* Its words end where those of a head without a button end. */
    padding: 0.4rem 0 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: inherit;
    text-align: inherit;
    vertical-align: bottom;
  }

  th[aria-sort] button.sort {
    color: var(--ink);
    font-weight: 700;
  }

  .printed {
    display: none;
  }

  @media print {
    .printed {
      display: inline;
    }
  }
`;
