import type { FirstMessages } from '../messages.js';

declare const first: FirstMessages;
export default first;
