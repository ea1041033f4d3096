import {css} from 'lit';

/** How the page for SQL stands: the tables beside what is written and found, below it where there is no room. */
export const sqlPageStyles = css`
  h1 {
    margin: 0;
    font-size: var(--text-page);
    line-height: 1.3;
  }

  .page {
    display: grid;
    grid-template-columns: minmax(12rem, 17rem) minmax(0, 1fr);
    gap: var(--space-3);
    align-items: start;
  }

  .work {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }

  .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    height: auto;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
    align-items: center;
    font-size: var(--text-small);
  }

  .main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
  }

  .main:hover:not(:disabled) {
    color: var(--on-accent);
  }

  .main:disabled {
    background: var(--paper);
    color: var(--ink-faint);
  }

  p {
    margin: 0 0 var(--space-2);
  }

  @media (max-width: 60rem) {
    .page {
      grid-template-columns: minmax(0, 1fr);
    }

    sql-tree {
      order: 2;
    }
  }
`;
