/** What stands on the host's own page, and what is chosen there. */

function requireElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is missing.`);
  return found;
}

export const element = (id: string): HTMLElement => requireElement(id, HTMLElement);
const picker = (id: string): HTMLSelectElement => requireElement(id, HTMLSelectElement);

export const dialog = requireElement('ask', HTMLDialogElement);
export const frame = requireElement('tab', HTMLIFrameElement);
/** Opens a deep link into the tab. */
export const linkField = requireElement('link', HTMLInputElement);
export const userPicker = picker('user');
export const themePicker = picker('theme');
export const localePicker = picker('locale');
export const widthPicker = picker('width');
export const hostPicker = picker('host');
/** What the host says of calling: `allowed`, `forbidden`, or nothing. */
export const callingPicker = picker('calling');
/** Whether chats open a draft, are refused, or are not supported. */
export const chatPicker = picker('chat');
/** Whether mails open a draft, or are not supported. */
export const mailPicker = picker('mail');
/** Whether notices to whoever is signed in arrive, or why they do not. */
export const noticesPicker = picker('notices');

/** How the host answers: at once, late, never, or by refusing a token. */
export const answersPicker = picker('answers');
/** What becomes of the sign-in window. */
export const windowPicker = picker('window');
/** Nested App Authentication: `on`, `off`, or `unregistered` (the app has no redirect URI for it). */
export const bridgePicker = picker('bridge');

/** Each is in the address under its own id. */
export const pickers = [
  userPicker,
  themePicker,
  localePicker,
  widthPicker,
  hostPicker,
  callingPicker,
  chatPicker,
  mailPicker,
  noticesPicker,
  answersPicker,
  windowPicker,
  bridgePicker,
] as const;

/** Shows what the tab told or asked. */
export function note(words: string): void {
  const line = document.createElement('li');
  line.textContent = words;
  element('notes').prepend(line);
}
