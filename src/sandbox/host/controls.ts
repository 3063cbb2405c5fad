function requireElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id} is missing.`);
  return element;
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
/** Calling properties of the context: `allowed`, `forbidden`, or `silent` (absent). */
export const callingPicker = picker('calling');
export const chatPicker = picker('chat');
export const mailPicker = picker('mail');
/** Outcome of a notification to the signed-in user. */
export const notificationsPicker = picker('notifications');

export const answersPicker = picker('answers');
export const windowPicker = picker('window');
/** Nested App Authentication: `on`, `off`, or `unregistered` (the app has no redirect URI for it). */
export const bridgePicker = picker('bridge');

/** The page's URL stores each choice under the id of its picker. */
export const pickers = [
  userPicker,
  themePicker,
  localePicker,
  widthPicker,
  hostPicker,
  callingPicker,
  chatPicker,
  mailPicker,
  notificationsPicker,
  answersPicker,
  windowPicker,
  bridgePicker,
] as const;

/** Logs on the page what the tab sent or requested. */
export function note(words: string): void {
  const line = document.createElement('li');
  line.textContent = words;
  element('notes').prepend(line);
}
