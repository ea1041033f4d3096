import {css} from 'lit';

/** How buttons, selects and links look and show their focus, in every element that has some. */
export const controlStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button,
  select,
  .button {
    min-height: 2rem;
    padding: 0.2rem 0.6rem;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-small);
    cursor: pointer;
  }

  button:hover:not(:disabled),
  select:hover {
    border-color: var(--accent);
    color: var(--accent);
  }

  button:disabled {
    border-color: var(--rule);
    color: var(--ink-faint);
    cursor: default;
  }

  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  /* A lesser way beside links: as quiet as they are. */
  button.quiet {
    padding-inline: 0;
    border-color: transparent;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }

  .unseen {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    margin: -1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    button,
    select,
    .no-print {
      display: none !important;
    }
  }
`;

/** How a block of the page and its heading look. */
export const blockStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .block {
    height: 100%;
    margin: 0;
    padding: var(--space-4);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper);
  }

  h2 {
    margin: 0;
    font-size: var(--text-title);
    font-weight: 700;
    line-height: 1.3;
    text-wrap: pretty;
  }

  .subtitle {
    margin: 0.15rem 0 var(--space-3);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }

  .small {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }

  @media (max-width: 24rem) {
    .block {
      padding: var(--space-3) var(--space-2);
    }
  }

  @media print {
    .block {
      padding: 6pt;
      break-inside: avoid;
    }
  }
`;

/** How a table of figures looks: rules between rows, numbers to the right. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-small);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.22rem 0.5rem;
    border-bottom: 1px solid var(--rule);
    text-align: left;
    vertical-align: middle;
  }

  thead th {
    border-bottom: 2px solid var(--rule-strong);
    color: var(--ink-soft);
    font-weight: 500;
    vertical-align: bottom;
  }

  tbody th {
    font-weight: 500;
  }

  .number {
    text-align: right;
    white-space: nowrap;
  }

  thead .number {
    white-space: normal;
  }
`;

/** Where the button stands that keeps a drawing as a picture: at its right, quiet, and on no paper. */
export const pictureStyles = css`
  .pictures {
    display: flex;
    gap: var(--space-4);
    justify-content: flex-end;
    margin: var(--space-2) 0 0;
    font-size: var(--text-small);
  }

  @media print {
    .pictures {
      display: none;
    }
  }
`;
