import { createHost, type Peer } from './protocol.js';

type DemoPerson = {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly story: string;
  readonly trouble?: string;
  readonly username: string;
};

type Tenant = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly companyName: string;
  readonly tabEndpoint: string;
  readonly people: readonly DemoPerson[];
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
};

function requireElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is missing.`);
  return found;
}

const element = (id: string): HTMLElement => requireElement(id, HTMLElement);

const frame = requireElement('tab', HTMLIFrameElement);
const userPicker = requireElement('user', HTMLSelectElement);
const themePicker = requireElement('theme', HTMLSelectElement);
const localePicker = requireElement('locale', HTMLSelectElement);
const widthPicker = requireElement('width', HTMLSelectElement);
const hostPicker = requireElement('host', HTMLSelectElement);

const tenant = (await (await fetch('/tenant.json')).json()) as Tenant;
const wishes = new URLSearchParams(location.search);
const handlers = new Set<string>();
let popup: Window | null = null;
/** By person, until they expire: Teams asks Entra no earlier either. */
const tokens = new Map<string, { readonly token: string; readonly expiresMs: number }>();

const tab: Peer = { window: () => frame.contentWindow, origin: tenant.tabEndpoint };
const popupPeer: Peer = { window: () => popup, origin: tenant.tabEndpoint };
/** Told when the pop-up ends: [true, result] or [false, reason]. */
let finishPopup: ((answer: readonly unknown[]) => void) | undefined;

const user = (): DemoPerson => {
  const person = tenant.people.find(({ id }) => id === userPicker.value);
  if (person === undefined) throw new Error('Nobody is chosen.');
  return person;
};

const isPhone = () => widthPicker.value === 'phone';
const supports = {
  pages: { appButton: {}, tabs: {}, config: {}, currentApp: {}, fullTrust: {} },
  chat: {},
  call: {},
  profile: {},
  appInstallDialog: {},
  mail: {},
  clipboard: {},
};

const host = createHost(
  {
    initialize: (_args, source) => [
      source === popupPeer ? 'authentication' : 'content',
      isPhone() ? 'android' : 'web',
      '2.58.0',
      JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: toSupports() }),
    ],
    getContext: () => [
      {
        locale: localePicker.value,
        theme: themePicker.value,
        entityId: 'callDelegates',
        subEntityId: wishes.get('subPageId') ?? '',
        userObjectId: user().id,
        tid: tenant.tenantId,
        userPrincipalName: user().username,
        loginHint: user().username,
        sessionId: crypto.randomUUID(),
        hostName: hostPicker.value,
        hostClientType: isPhone() ? 'android' : 'web',
        frameContext: 'content',
        isCallingAllowed: true,
        isPSTNCallingAllowed: true,
        appId: tenant.clientId,
      },
    ],
    'authentication.getAuthToken': async () => {
      try {
        return [true, await getToken(user().id)];
      } catch {
        return [false, 'Error: the network is gone'];
      }
    },
    'authentication.authenticate': ([url, width, height]) =>
      openPopup(String(url), Number(width), Number(height)),
    'authentication.authenticate.success': ([result]) => {
      closePopup([true, result]);
      return undefined;
    },
    'authentication.authenticate.failure': ([reason]) => {
      closePopup([false, reason]);
      return undefined;
    },
    registerHandler: ([name]) => {
      handlers.add(String(name));
      return undefined;
    },
    readyToUnload: () => {
      note('The tab is ready to be put aside.');
      return undefined;
    },
    'appInitialization.appLoaded': () => {
      note('The tab has loaded.');
      return undefined;
    },
    'appInitialization.success': () => {
      document.body.dataset['tabState'] = 'success';
      note('The tab is ready.');
      return undefined;
    },
    'appInitialization.failure': ([reason]) => {
      document.body.dataset['tabState'] = 'failure';
      note(`The tab has failed: ${String(reason)}`);
      return undefined;
    },
    'appInitialization.expectedFailure': ([reason]) => {
      document.body.dataset['tabState'] = 'failure';
      note(`The tab cannot show its content: ${String(reason)}`);
      return undefined;
    },
    executeDeepLink: ([url]) => {
      note(`Teams would open ${String(url)}`);
      return [true];
    },
    'chat.openChat': ([request]) => {
      note(`Teams would open a chat with ${nameOf(request)}`);
      return [true];
    },
    'call.startCall': ([request]) => {
      note(`Teams would call ${nameOf(request)}`);
      return [true];
    },
    'profile.showProfile': ([request]) => {
      note(`Teams would show the profile card of ${nameOf(request)}`);
      return [];
    },
    'clipboard.writeToClipboard': () => {
      note('Copied.');
      return [true];
    },
  },
  ({ func, args }) => {
    console.debug('teams-js →', func, func.includes('AuthToken') ? '' : args);
  },
);
host.addPeer(tab);

function toSupports(): object {
  // Outlook and the Microsoft 365 app know no Teams calls.
  if (hostPicker.value === 'TeamsModern') return supports;
  const { pages, profile, mail, clipboard } = supports;
  return { pages, profile, mail, clipboard };
}

function nameOf(request: unknown): string {
  const text = JSON.stringify(request);
  return (
    tenant.people.find(({ id, username }) => text.includes(id) || text.includes(username))?.displayName ??
    text
  );
}

/** Shows what the tab told or asked. */
function note(words: string): void {
  const line = document.createElement('li');
  line.textContent = words;
  element('notes').prepend(line);
}

async function getToken(id: string): Promise<string> {
  const known = tokens.get(id);
  if (known !== undefined && known.expiresMs > Date.now()) return known.token;
  const { token } = (await (await fetch(`/sso-token?user=${id}`)).json()) as { token: string };
  const [, payload = ''] = token.split('.');
  const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
  tokens.set(id, { token, expiresMs: (exp ?? 0) * 1000 });
  return token;
}

function openPopup(url: string, width: number, height: number): Promise<readonly unknown[]> {
  // teams-js takes https only; the sandbox has loopback http.
  const local = url.replace(/^https:\/\/(localhost|127\.0\.0\.1)(?=[:/])/, 'http://$1');
  popup = window.open(local, 'authenticate', `width=${width || 600},height=${height || 535}`);
  if (popup === null) return Promise.resolve([false, 'FailedToOpenWindow']);
  host.addPeer(popupPeer);
  const watch = setInterval(() => {
    if (popup?.closed === true) closePopup([false, 'CancelledByUser']);
  }, 200);
  return new Promise((resolve) => {
    finishPopup = (answer) => {
      clearInterval(watch);
      resolve(answer);
    };
  });
}

function closePopup(answer: readonly unknown[]): void {
  host.removePeer(popupPeer);
  popup?.close();
  popup = null;
  finishPopup?.(answer);
  finishPopup = undefined;
}

const toContentUrl = (): string => {
  const url = new URL('/tab', tenant.tabEndpoint);
  url.searchParams.set('theme', themePicker.value);
  const subPageId = wishes.get('subPageId');
  if (subPageId !== null) url.searchParams.set('subPageId', subPageId);
  return url.href;
};

/** Puts the tab aside without unloading it, as Teams does with apps that it caches, or brings it back. */
function toggleAway(): void {
  const isAway = !frame.hidden;
  if (isAway) host.emit(tab, 'beforeUnload');
  else host.emit(tab, 'load', { entityId: 'callDelegates', contentUrl: toContentUrl() });
  showAway(isAway);
}

function showAway(isAway: boolean): void {
  frame.hidden = isAway;
  element('away').textContent = isAway ? 'Come back' : 'Go elsewhere';
}

function openTab(): void {
  showAway(false);
  delete document.body.dataset['tabState'];
  element('notes').replaceChildren();
  handlers.clear();
  frame.src = toContentUrl();
  frame.title = 'Call Delegates';
  element('me').textContent = initials(user().displayName);
  element('me').title = user().displayName;
  element('story').textContent = `${user().jobTitle}. ${user().story}.`;
  remember();
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

/** Keeps the choices in the address, so that a reload or a shared link shows the same. */
function remember(): void {
  const chosen = new URLSearchParams();
  for (const picker of [userPicker, themePicker, localePicker, widthPicker, hostPicker])
    chosen.set(picker.id, picker.value);
  const subPageId = wishes.get('subPageId');
  if (subPageId !== null) chosen.set('subPageId', subPageId);
  history.replaceState(null, '', `?${chosen.toString()}`);
}

function showTheme(): void {
  document.body.dataset['theme'] = themePicker.value;
}

function showWidth(): void {
  document.body.dataset['width'] = widthPicker.value;
}

const inTrouble = document.createElement('optgroup');
inTrouble.label = 'People who meet a problem';
for (const person of tenant.people) {
  if (person.story === '') continue;
  const option = new Option(
    person.trouble === undefined ? person.displayName : `${person.displayName} (${person.story})`,
    person.id,
  );
  (person.trouble === undefined ? userPicker : inTrouble).append(option);
}
userPicker.append(inTrouble);
for (const { locale, name } of tenant.languages) localePicker.append(new Option(name, locale));
for (const picker of [userPicker, themePicker, localePicker, widthPicker, hostPicker]) {
  const wish = wishes.get(picker.id)?.toLowerCase();
  // A language may come without its region.
  const option = [...picker.options].find(
    ({ value }) => wish !== undefined && (value.toLowerCase() === wish || value.startsWith(`${wish}-`)),
  );
  if (option !== undefined) picker.value = option.value;
}
element('company').textContent = tenant.companyName;

themePicker.addEventListener('change', () => {
  showTheme();
  remember();
  if (handlers.has('themeChange')) host.emit(tab, 'themeChange', themePicker.value);
});
widthPicker.addEventListener('change', () => {
  showWidth();
  openTab();
});
for (const picker of [userPicker, localePicker, hostPicker]) picker.addEventListener('change', openTab);
for (const [button, what] of [
  ['change', 'right'],
  ['end', 'end'],
] as const) {
  element(button).addEventListener('click', () => {
    void (async () => {
      const answer = await fetch('/change', {
        method: 'POST',
        body: JSON.stringify({ user: user().id, what }),
      });
      note(((await answer.json()) as { words: string }).words);
    })();
  });
}
element('away').addEventListener('click', toggleAway);
element('reset').addEventListener('click', () => {
  tokens.clear();
  void fetch('/reset', { method: 'POST' }).then(openTab);
});

showTheme();
showWidth();
// Teams itself stands long before a tab is opened in it.
requestAnimationFrame(() => {
  setTimeout(openTab);
});
