import {css} from 'lit';

/** How a table of four figures a row stands in a narrow place: the name on a line of its own, the figures below it. */
export const stackedStyles = css`
  @container (max-width: 34rem) {
    tr {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      border-bottom: 1px solid var(--rule);
    }

    thead tr {
      border-bottom: 2px solid var(--rule-strong);
    }

    th,
    td,
    thead th {
      padding-inline: 0.15rem;
      border-bottom: 0;
    }

    tr > th:first-child {
      grid-column: 1 / -1;
      padding-bottom: 0;
    }
  }
`;
