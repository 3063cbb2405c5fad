import refusals from './refusals.json' with { type: 'json' };

function requireElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id} is missing.`);
  return element;
}

export const element = (id: string): HTMLElement => requireElement(id, HTMLElement);

export const dialog = requireElement('ask', HTMLDialogElement);
export const frame = requireElement('tab', HTMLIFrameElement);
export const linkField = requireElement('link', HTMLInputElement);

/** Texts by value. A nested record is a group of options. */
type Options = { readonly [valueOrGroup: string]: string | Options };

/** Adds a labelled picker to the page. The page's URL stores each choice under the id of its picker. */
function picker(id: string, label: string, options: Options = {}): HTMLSelectElement {
  const select = document.createElement('select');
  select.id = id;
  addOptions(select, options);
  const labelled = document.createElement('label');
  labelled.append(`${label} `, select);
  element('change').before(labelled);
  return select;
}

function addOptions(parent: HTMLElement, options: Options): void {
  for (const [key, textOrOptions] of Object.entries(options)) {
    if (typeof textOrOptions === 'string') {
      parent.append(new Option(textOrOptions, key));
      continue;
    }
    const group = document.createElement('optgroup');
    group.label = key;
    addOptions(group, textOrOptions);
    parent.append(group);
  }
}

/** Functions that the host can delay or leave unanswered. */
const delayable = ['initialize', 'getContext', 'getAuthToken'] as const;
export type Delayable = (typeof delayable)[number];

export const pickers = {
  user: picker('user', 'Signed in as'),
  theme: picker('theme', 'Theme', { default: 'Default', dark: 'Dark', contrast: 'High contrast' }),
  locale: picker('locale', 'Language'),
  width: picker('width', 'Width', {
    desktop: 'Desktop',
    tablet: 'Tablet',
    phone: 'Phone (Android)',
    iphone: 'Phone (iOS)',
  }),
  host: picker('host', 'Host', { TeamsModern: 'Teams', Outlook: 'Outlook', Office: 'Microsoft 365' }),
  /** Calling properties of the context. */
  calling: picker('calling', 'Calling', {
    allowed: 'Allowed',
    forbidden: 'Not allowed',
    silent: 'Not reported',
  }),
  chat: picker('chat', 'Chat', { draft: 'Opens a draft', refuses: 'Refused', none: 'Not supported' }),
  mail: picker('mail', 'Mail', { draft: 'Opens a draft', none: 'Not supported' }),
  /** Outcome of a notification to the signed-in user. */
  notifications: picker('notifications', 'Notifications', {
    arrive: 'Arrive',
    notInstalled: 'App not installed',
    twice: 'App installed twice',
    notPermitted: 'Not permitted',
    muted: 'Muted',
  }),
  /**
   * The error codes are from reported issues.
   * @see https://github.com/OfficeDev/microsoft-teams-library-js/issues
   */
  answers: picker('answers', 'Host answers', {
    normal: 'At once',
    Late: Object.fromEntries(delayable.map((name) => [`slow:${name}`, `${name} late`])),
    Never: Object.fromEntries(delayable.map((name) => [`never:${name}`, `${name} never`])),
    'Refuses getAuthToken': Object.fromEntries(refusals.map((reason) => [`refuse:${reason}`, reason])),
  }),
  window: picker('window', 'Sign-in window', {
    coop: 'Loses its opener (COOP)',
    opener: 'Keeps its opener',
    external: 'Default browser, no answer',
    blocked: 'Blocked',
  }),
  /** Nested App Authentication. */
  bridge: picker('bridge', 'Nested app auth', { on: 'On', off: 'Off', unregistered: 'No redirect URI' }),
};

/** Logs on the page what the tab sent or requested. */
export function note(words: string): void {
  const line = document.createElement('li');
  line.textContent = words;
  element('notes').prepend(line);
}
