/** Bundled with the page's code, so that this download also fetches that code before it runs. */
export const runPageCode = () => import(/* webpackMode: "eager" */ './mount.js');
