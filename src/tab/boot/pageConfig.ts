import { pageConfigElementId, type PageConfig } from '../../contract/pageConfig.js';

/** Reads the configuration that the server put into the page. Throws when the page does not come from the server. */
export function readPageConfig(): PageConfig {
  const element = document.getElementById(pageConfigElementId);
  if (element === null) throw new Error(`The page has no #${pageConfigElementId}.`);
  return JSON.parse(element.textContent) as PageConfig;
}
