import { pageConfigElementId, type PageConfig } from '../../contract/pageConfig.js';

/** What the server put into this page. Throws when the page did not come from the server. */
export function readPageConfig(): PageConfig {
  const element = document.getElementById(pageConfigElementId);
  if (element === null) throw new Error(`The page has no #${pageConfigElementId}.`);
  return JSON.parse(element.textContent) as PageConfig;
}
