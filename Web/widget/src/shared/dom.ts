export interface Properties {
  readonly class?: string;
  /** Always set as text: nothing in the widget is ever parsed as HTML. */
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  if (properties.class !== undefined) created.className = properties.class;
  if (properties.text !== undefined) created.textContent = properties.text;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) created.setAttribute(name, value);
  for (const [name, listener] of Object.entries(properties.on ?? {})) created.addEventListener(name, listener as EventListener);
  created.append(...children);
  return created;
}

/** Constructed sheets are not inline styles, so they pass a Content-Security-Policy without 'unsafe-inline'. */
export function adopt(root: ShadowRoot, ...styles: readonly string[]): void {
  const sheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}
