import {css} from 'lit';

/** How a page lays out its blocks: one below the other, cards four in a row, pairs side by side where there is room. */
export const pageStyles = css`
  :host {
    display: block;
  }

  h1 {
    margin: 0 0 var(--space-2);
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 1.3;
  }

  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }

  .page[aria-busy='true'] {
    opacity: 0.6;
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
`;
