import {css} from 'lit';

/** How the editor of a letter's template looks: the text beside what it may name, the trial below. */
export const letterTemplateStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: baseline;
    justify-content: space-between;
  }

  h3 {
    margin: 0 0 var(--space-2);
    font-size: var(--text);
  }

  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }

  @media (min-width: 70rem) {
    .pair {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }

    .values {
      overflow-y: auto;
      max-height: 44rem;
    }
  }

  textarea {
    min-height: 20rem;
    font-size: var(--text-small);
    line-height: 1.5;
    resize: vertical;
  }

  .told {
    min-height: 1.4em;
    margin: 0 0 var(--space-1);
    font-size: var(--text-small);
  }

  iframe {
    width: 100%;
    height: 40rem;
    border: 1px solid var(--rule-strong);
    background: #fff;
  }

  h3:has(+ iframe),
  details {
    margin-top: var(--space-4);
  }

  li {
    margin-bottom: var(--space-1);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
