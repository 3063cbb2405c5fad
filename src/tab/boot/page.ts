/** In a chunk with the page's code, which is so on its way before it is run. */
export const runPageCode = () => import(/* webpackMode: "eager" */ './mount.js');
