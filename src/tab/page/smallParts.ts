export { LinkNotice } from '../features/details/LinkNotice.js';
export { NobodyFound } from '../features/find/NobodyFound.js';
export { NamesUnavailable } from '../features/list/NamesUnavailable.js';
export { PageFoot } from './PageFoot.js';
export { RefreshProblem } from './RefreshProblem.js';
