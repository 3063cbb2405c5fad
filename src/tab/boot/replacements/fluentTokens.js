/** The only ones with a fallback, since no theme sets them. */
const layers = {
  zIndexBackground: 0,
  zIndexContent: 1,
  zIndexOverlay: 1000,
  zIndexPopup: 2000,
  zIndexMessages: 3000,
  zIndexFloating: 4000,
  zIndexPriority: 5000,
  zIndexDebug: 6000,
};

/**
 * Stands in for the table of `@fluentui/tokens`, in which every name maps to `var(--name)`: 29 KB of script that the
 * stylesheet made at build time leaves all but unused. A test holds it to that table. JavaScript, since webpack puts it in
 * the place of a file for which it has already chosen the loaders.
 */
export const tokens = new Proxy(layers, {
  get: (_, name) => (name in layers ? `var(--${name}, ${layers[name]})` : `var(--${String(name)})`),
});
