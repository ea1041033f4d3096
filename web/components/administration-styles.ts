import {css} from 'lit';
import {dialogStyles} from './dialog-styles.ts';

/** How the administrator's tables and forms look. */
export const administrationStyles = css`
  ${dialogStyles}
  form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
    align-items: end;
    margin: var(--space-3) 0;
    padding-top: var(--space-3);
    border-top: 1px solid var(--rule);
  }

  label {
    display: grid;
    flex: 1 1 13.5rem;
    gap: var(--space-1);
    min-width: 0;
    max-width: 20rem;
    font-size: var(--text-small);
  }

  label small {
    color: var(--ink-soft);
    font-size: 0.75rem;
  }

  input,
  textarea,
  label select {
    width: 100%;
    min-height: 2.25rem;
    padding: 0.2rem 0.5rem;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  .main {
    min-height: 2.25rem;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
  }

  .main:hover:not(:disabled) {
    color: var(--on-accent);
  }

  .scroll {
    position: relative;
    overflow-x: auto;
  }

  td {
    white-space: nowrap;
  }

  td button + button {
    margin-left: var(--space-1);
  }

  tbody th {
    min-width: 9rem;
  }

  dialog form {
    margin: 0;
    padding: 0;
    border: 0;
  }

  dialog h3,
  dialog p {
    flex: 1 0 100%;
    margin: 0;
  }

  .failure {
    margin: var(--space-2) 0;
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--alarm);
    background: var(--alarm-soft);
  }
`;
