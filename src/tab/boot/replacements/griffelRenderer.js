/**
 * Stands in for what `@griffel/react` puts rules into the page with: all of them are in the stylesheet that is made at build
 * time. 0.9 KB. JavaScript, since webpack puts it in the place of a file for which it has already chosen the loaders.
 */
const renderer = {
  insertCSSRules() {
    throw new Error('A style was left out of the stylesheet.');
  },
};

export const useRenderer = () => renderer;
export const RendererProvider = ({ children }) => children;
