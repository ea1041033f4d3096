/** A step of the way from the nation to what a page is about; without `href` when it is the page itself. */
export interface Crumb {
  name: string;
  href: string | null;
}

declare global {
  interface HTMLElementEventMap {
    trail: CustomEvent<readonly Crumb[]>;
  }
}

/** Tells the frame around a page the way to it, below the nation. */
export function tellTrail(page: HTMLElement, crumbs: readonly Crumb[]): void {
  page.dispatchEvent(new CustomEvent('trail', {bubbles: true, composed: true, detail: crumbs}));
}
