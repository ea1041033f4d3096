import {css} from 'lit';

/** How fields that are typed into look, with their labels above them. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
    font-size: var(--text-small);
  }

  input,
  textarea {
    width: 100%;
    min-height: 2.25rem;
    padding: 0.3rem 0.5rem;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: var(--text);
  }

  .problem {
    margin: var(--space-2) 0 0;
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--alarm);
    background: var(--alarm-soft);
    font-size: var(--text-small);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
`;
