function requireElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id} is missing.`);
  return element;
}

export const element = (id: string): HTMLElement => requireElement(id, HTMLElement);

export const dialog = requireElement('ask', HTMLDialogElement);
export const frame = requireElement('tab', HTMLIFrameElement);
/** Opens a deep link into the tab. */
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

/**
 * Error codes with which hosts refuse `getAuthToken`, from reported issues.
 * @see https://github.com/OfficeDev/microsoft-teams-library-js/issues
 */
const reasons = [
  'resourceRequiresConsent',
  'resourceRequiresMfa',
  'tokenRevoked',
  'CancelledByUser',
  'FailedToOpenWindow',
  'renewalTimeout',
  'Token renewal operation failed due to timeout',
  'TransientError {"ErrorCode":2603,"Message":"The request timed out."}',
  'Cannot start retry fetch of ADAL tokens',
  'Get Auth token failed',
  'Token is empty due to auth provider library error',
  'resourceDisabled',
  'invalid_resource',
  'App resource defined in manifest and iframe origin do not match',
  'App webApplicationInfo or resource not defined in manifest',
  'unknownAuthError',
  'AADSTS70011: The provided value for the input parameter scope is not valid.',
  'Invalid authResponse received from msal for the request',
  'ApiContractViolation {"ErrorCode":2200}',
  'Unexpected {"Domain":"com.microsoft.oneauth","ErrorCode":1001}',
  'Tab does not have the required permissions for this operation',
  'a reason that no one has seen before',
];
/** Functions that the host can delay or leave unanswered. */
const delayable = ['initialize', 'getContext', 'getAuthToken'] as const;
export type Delayable = (typeof delayable)[number];

export const userPicker = picker('user', 'Signed in as');
export const themePicker = picker('theme', 'Theme', {
  default: 'Default',
  dark: 'Dark',
  contrast: 'High contrast',
});
export const localePicker = picker('locale', 'Language');
export const widthPicker = picker('width', 'Width', {
  desktop: 'Desktop',
  tablet: 'Tablet',
  phone: 'Phone (Android)',
  iphone: 'Phone (iOS)',
});
export const hostPicker = picker('host', 'Host', {
  TeamsModern: 'Teams',
  Outlook: 'Outlook',
  Office: 'Microsoft 365',
});
/** Calling properties of the context. */
export const callingPicker = picker('calling', 'Calling', {
  allowed: 'Allowed',
  forbidden: 'Not allowed',
  silent: 'Not reported',
});
export const chatPicker = picker('chat', 'Chat', {
  draft: 'Opens a draft',
  refuses: 'Refused',
  none: 'Not supported',
});
export const mailPicker = picker('mail', 'Mail', { draft: 'Opens a draft', none: 'Not supported' });
/** Outcome of a notification to the signed-in user. */
export const notificationsPicker = picker('notifications', 'Notifications', {
  arrive: 'Arrive',
  notInstalled: 'App not installed',
  twice: 'App installed twice',
  notPermitted: 'Not permitted',
  muted: 'Muted',
});
export const answersPicker = picker('answers', 'Host answers', {
  normal: 'At once',
  Late: Object.fromEntries(delayable.map((name) => [`slow:${name}`, `${name} late`])),
  Never: Object.fromEntries(delayable.map((name) => [`never:${name}`, `${name} never`])),
  'Refuses getAuthToken': Object.fromEntries(reasons.map((reason) => [`refuse:${reason}`, reason])),
});
export const windowPicker = picker('window', 'Sign-in window', {
  coop: 'Loses its opener (COOP)',
  opener: 'Keeps its opener',
  external: 'Default browser, no answer',
  blocked: 'Blocked',
});
/** Nested App Authentication. */
export const bridgePicker = picker('bridge', 'Nested app auth', {
  on: 'On',
  off: 'Off',
  unregistered: 'No redirect URI',
});

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
