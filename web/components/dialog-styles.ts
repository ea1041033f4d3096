import {css} from 'lit';

/** The frame of every dialog, and what is behind it; `--dialog-width` is how wide it is where there is room. */
export const dialogStyles = css`
  dialog {
    width: min(var(--dialog-width, 32rem), 92vw);
    padding: var(--space-5);
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
`;
