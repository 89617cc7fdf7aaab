/** Where the on-screen keyboard covers the page instead of shrinking it, the full-screen panel keeps to what is left. */
export function fitToKeyboard(panel: HTMLElement): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const fit = () => {
    panel.style.setProperty('--visible-height', `${viewport.height}px`);
    panel.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
  };
  fit();
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
}
