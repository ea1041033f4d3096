import {css} from 'lit';

/** How the frame around the pages is laid out on screens of every width and on paper. */
export const frameStyles = css`
  :host {
    display: block;
  }

  p {
    margin: 0;
  }

  .skip {
    position: absolute;
    z-index: 4;
    top: -4rem;
    left: var(--space-4);
    padding: var(--space-2) var(--space-4);
    background: var(--accent);
    color: var(--on-accent);
  }

  .skip:focus {
    top: 0;
  }

  .demo {
    padding: 0.2rem var(--space-4);
    background: var(--notice);
    color: var(--notice-ink);
    font-size: var(--text-small);
    font-weight: 700;
    text-align: center;
  }

  .names {
    flex: 1 1 22rem;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    padding: var(--space-2) var(--space-4);
    border-bottom: 1px solid var(--rule);
    background: var(--paper);
  }

  .system {
    font-weight: 700;
  }

  .system span {
    font-weight: 400;
  }

  .trail ol {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    padding: 0;
    font-size: var(--text-small);
    font-weight: 500;
    list-style: none;
  }

  .trail li + li::before {
    padding: 0 0.4em;
    color: var(--ink-soft);
    content: '›';
  }

  .freshness {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }

  .freshness span {
    white-space: nowrap;
  }

  .standing {
    color: var(--ink);
    font-weight: 500;
  }

  .freshness .late {
    color: var(--alarm);
    font-weight: 500;
  }

  .toggles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    padding: var(--space-3) 0 0 var(--space-3);
  }

  .body {
    display: grid;
    grid-template-columns: 10.5rem minmax(0, 1fr);
  }

  .side {
    padding: var(--space-2) 0 0 var(--space-2);
  }

  reader-chip {
    padding: var(--space-4) 0 0 var(--space-3);
  }

  main {
    min-width: 0;
    max-width: 90rem;
    padding: var(--space-3) var(--space-4) var(--space-5);
  }

  main:focus {
    outline: none;
  }

  .other-night {
    margin-bottom: var(--space-3);
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--accent);
    background: var(--accent-soft);
  }

  footer {
    margin-top: var(--space-4);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }

  @media (max-width: 60rem) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }

    .side {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      justify-content: space-between;
      padding: var(--space-2) var(--space-4);
      border-bottom: 1px solid var(--rule);
      background: var(--paper);
    }

    reader-chip,
    .toggles {
      padding: 0;
    }
  }

  @media (max-width: 40rem) {
    main {
      padding: var(--space-3) var(--space-3) var(--space-5);
    }

    .bar,
    .side {
      padding: var(--space-2) var(--space-3);
    }

    .wide {
      display: none;
    }
  }

  @media (max-width: 24rem) {
    main {
      padding-inline: var(--space-2);
    }
  }

  @media print {
    .side,
    .skip,
    toast-note {
      display: none;
    }

    .body {
      display: block;
    }

    .bar,
    main {
      padding: 0 0 6pt;
      background: none;
    }
  }
`;
