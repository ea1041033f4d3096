import {css} from 'lit';

const blocks = css`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }

  .page[aria-busy='true'] {
    opacity: 0.6;
  }
`;

/** How a page lays out its blocks: one below the other, cards four in a row, pairs side by side where there is room. */
export const pageStyles = [
  blocks,
  css`
    :host {
      display: block;
    }

    h1 {
      margin: 0 0 var(--space-2);
      font-size: var(--text-page);
      font-weight: 700;
      line-height: 1.3;
    }

    .cards {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: var(--space-3);
    }

    .pair {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--space-3);
    }

    @media (max-width: 70rem) {
      .cards {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }

      .pair {
        grid-template-columns: minmax(0, 1fr);
      }
    }

    @media (max-width: 34rem) {
      .cards {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];

/** How a page that begins with a sentence lays it out above its blocks, with what is known of it below. */
export const headlineStyles = [
  blocks,
  css`
    h1 {
      margin: 0 0 var(--space-2);
      font-size: var(--text-page);
      font-weight: 700;
      line-height: 1.3;
    }

    .headline p {
      margin: 0 0 var(--space-1);
    }

    .lead {
      font-size: var(--text-lead);
      font-weight: 700;
    }

    .small {
      color: var(--ink-soft);
      font-size: var(--text-small);
    }

    .note {
      padding: var(--space-2) var(--space-3);
      border-left: 3px solid var(--accent);
      background: var(--accent-soft);
      font-size: var(--text-small);
    }
  `,
];
