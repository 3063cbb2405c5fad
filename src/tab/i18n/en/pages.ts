import type { PagesText } from '../PagesText.js';

export const pages: PagesText = {
  layout: {
    pages: 'Pages',
    languages: 'Languages',
    home: 'About',
    privacy: 'Privacy',
    terms: 'Terms of use',
    otherWebsite: 'opens another website',
  },
  contact: {
    heading: 'Contact',
    write: 'Questions, problems, or a request about your data? Get in touch:',
    administrator:
      'Questions, problems, or a request about your data? Ask the administrator who gave you this app.',
  },
  openInTeams: 'Open in Microsoft Teams',

  home: {
    lead: 'See who can act for whom in calls: the people you support, your delegates, what each of you is allowed to do, whether it is active, and since when.',
    readsOnly:
      'Call Delegates is a tab for Microsoft Teams, Outlook, and the Microsoft 365 app. It only reads; to change a delegation, use the settings in Teams.',
    steps: {
      heading: 'How to open it',
      apps: 'In Microsoft Teams, select Apps.',
      search: 'Search for Call Delegates. If it isn’t there, ask your Teams administrator to allow it.',
      open: 'Select Open. You are signed in with your work account; you don’t need another password.',
    },
    administrators: {
      heading: 'For administrators',
      text: 'Before people can see their lists, an administrator has to allow the app to read them. Anyone who opens the app before that is given the link to send to you.',
    },
  },

  privacy: {
    lead: 'What Call Delegates does with data about you.',
    scope: {
      heading: 'What this page covers',
      text: 'Call Delegates: the tab in Microsoft Teams, Outlook, and the Microsoft 365 app, and the server behind it at {{host}}.',
      responsible:
        'The organization that runs this server is responsible for the data. For Microsoft 365, from which the app reads, Microsoft’s own privacy statement applies.',
    },
    reads: {
      heading: 'What it reads, and why',
      text: 'It reads only what you are allowed to see yourself, and only while you are using it. It changes nothing in Microsoft 365.',
      watching:
        'It reads only what you are allowed to see yourself, and only while you are using it. If you have asked for notifications, the server also reads your lists from time to time while you are not using it, so that it notices changes. For that, your organization has allowed the app to read call delegations by itself; it uses this only for people who have asked for notifications. The app changes nothing in Microsoft 365.',
      delegations: {
        term: 'Your call delegations',
        text: 'To show who can act for whom in calls, with which permissions, whether that is active, and since when.',
      },
      people: {
        term: 'Name, job title, department, email address, and user name of the people in them, and whether their account is blocked',
        text: 'So that you recognize them, and see when an account is blocked or no longer exists.',
      },
      presence: {
        term: 'Their photo and availability',
        text: 'To show who it is, and whether they can be reached.',
      },
      license: {
        term: 'Your Teams Phone license',
        text: 'To tell you when delegation cannot work for you because the license is missing or suspended. The app reads only your own license, and does not keep it.',
      },
      signIn: {
        term: 'Your Microsoft 365 sign-in',
        text: 'It contains your name, your user name, and the IDs of your account and organization. The server checks it with every request, so that you see your own lists and nobody else’s.',
      },
    },
    keeps: {
      heading: 'What it keeps, and for how long',
      confirmations: {
        term: 'Your confirmations',
        text: 'When you confirm a list, the server saves the time, the IDs of your account and organization, the IDs, permissions, and active status of the people in the list, and which of them you said are not right. This lets it tell you later what has changed, and what has not been put right.',
      },
      retention: {
        one: 'Each confirmation is deleted automatically after {{days}} day.',
        other: 'Each confirmation is deleted automatically after {{days}} days.',
      },
      notices: {
        term: 'Your notifications, if you have asked for them',
        text: 'The IDs of your account and organization, your language, since when you have wanted notifications and when you last got one, and the reason if one could not be delivered. For each person in your lists, their ID, when the list was last read, and, instead of each permission and the active status, a code that shows only whether it has changed. What you are still to be told is kept until it is sent, or given up after a day. Everything else is kept until you turn notifications off.',
      },
      tokens: {
        term: 'Access to Microsoft 365',
        text: 'The access tokens that Microsoft issues to the server for you stay in its memory until they expire, usually after about an hour.',
      },
      sharedTokens: 'For the same time, they are kept encrypted in a Redis database that the servers share.',
      logs: {
        term: 'Logs',
        text: 'For each request: the time, what kind of request it was, how it ended, how long it took, and a code that stands for your account. No names, email addresses, or access tokens. How long logs are kept is up to the organization that runs the server.',
      },
      browser: {
        term: 'In your browser',
        text: 'No cookies. Only the sign-in window stores something, until it is closed.',
      },
      nothingElse: 'It keeps no names, email addresses, photos, or passwords.',
    },
    notices: {
      heading: 'Notifications, if you ask for them',
      asked:
        'The organization that runs this server lets it notify you when a delegation changes. It does so only if you ask for it in the tab, and until you turn it off there.',
      content:
        'A notification appears in your activity feed in Teams. It says that something changed and in which of your lists, and it contains a link to that delegation, with the ID of the other person. It contains no names and no permissions, because it may be shown on a lock screen.',
      reminder: 'The server also reminds you when you haven’t confirmed a list for a long time.',
      opened: 'A change is noticed when you or the other person of the delegation opens the tab.',
      watched:
        'A change is noticed when you or the other person of the delegation opens the tab, or when the server itself reads your lists.',
      others:
        'So when you open the tab, people in your lists who have asked for notifications may be told that something changed between the two of you. Nobody else is told, and the app shows nobody who has asked for notifications.',
      delivery:
        'Microsoft delivers the notifications. They stay in your activity feed for 30 days and can’t be taken back. The log notes for each one when and how it was sent, with the code that stands for your account.',
    },
    where: {
      heading: 'Where it is kept, and who sees it',
      kept: 'On the servers and in the databases of the organization that runs the app; your administrator can tell you in which country. Only the people who operate them have access.',
      passedOn:
        'Nothing is passed on to anyone. The server talks to Microsoft and to its own databases; your browser talks to this server and to Microsoft. There is no advertising, no analytics, and no profiling.',
      passedOnButNotices:
        'Nothing is passed on to anyone, except the notifications described above. The server talks to Microsoft and to its own databases; your browser talks to this server and to Microsoft. There is no advertising, no analytics, and no profiling.',
    },
    deleting: {
      heading: 'How to delete it',
      confirmations: {
        term: 'Your confirmations',
        text: 'In the tab, open “History” and select “Delete my history”. All your confirmations are deleted at once. For up to two hours, the server remembers that you did this, so that nothing still on its way is saved afterwards.',
      },
      notices: {
        term: 'Your notifications',
        text: 'Turn them off in the tab. Everything that was kept for them is deleted at once. Uninstalling the app does not turn them off.',
      },
      uninstall: {
        term: 'The app',
        text: 'Uninstall it in Teams, and it reads nothing for you anymore. Uninstalling does not delete your confirmations: delete them first, or they are deleted when their time is up.',
      },
      uninstallWatched:
        'Turn off notifications, then uninstall it in Teams, and it reads nothing for you anymore. Uninstalling does not delete your confirmations: delete them first, or they are deleted when their time is up.',
      organization: {
        term: 'For the whole organization',
        text: 'An administrator can take back the app’s permissions at any time: Microsoft Entra admin center > Enterprise apps > Call Delegates > Permissions.',
      },
      backups: {
        term: 'Backups',
        text: 'If the organization backs up its databases, what you delete remains in a backup until that backup is deleted.',
      },
    },
    protection: {
      heading: 'How it is protected',
      connections: 'Connections are encrypted (HTTPS).',
      requests:
        'The server accepts only a valid, current sign-in from Microsoft 365, and checks it with every request.',
      tokens: 'The access tokens with which the server reads from Microsoft 365 never reach your browser.',
      ids: 'Confirmations hold IDs instead of names, and nobody else can read yours in the app.',
    },
  },

  terms: {
    lead: 'For Call Delegates: the tab in Microsoft Teams, Outlook, and the Microsoft 365 app, and the server behind it at {{host}}.',
    shows: {
      heading: 'What it shows',
      text: 'Call Delegates shows what Microsoft reports about call delegations at the time you look, and changes nothing. What counts is what is set in Teams.',
    },
    preview: {
      heading: 'Preview',
      text: 'The Microsoft service it reads from is a preview (beta). Microsoft may change it at any time and does not support its use in production. Where Microsoft reports nothing, the tab says so. When it matters, check the settings in Teams as well.',
    },
    confirmations: {
      heading: 'Confirmations',
      text: 'A confirmation records that you checked a list, and what Microsoft reported at that time. It changes no permission, and it is not a legal declaration.',
    },
    notices: {
      heading: 'Notifications',
      text: 'A notification is a courtesy: it may come late or not at all, and not every device shows it. What counts is what is set in Teams.',
    },
    use: {
      heading: 'Using it',
      text: 'Use it with your work account and within the rules of your organization; the terms for Microsoft 365 apply as well. What you export, copy, or print contains personal data about your colleagues: handle it accordingly.',
    },
    ending: {
      heading: 'Ending it',
      text: 'You can uninstall the app in Teams at any time. The organization that runs the server can change the app or switch it off.',
    },
    warranty: {
      heading: 'Warranty and license',
      text: 'The software is free under the MIT license. It is provided as is, without warranty of any kind, as far as the law allows.',
    },
  },

  consent: {
    title: 'Sign-in and permissions',
    signingIn: 'Signing you in…',
    needsScript: 'This page needs JavaScript.',
    nothingToDo: {
      heading: 'You can close this page',
      text: 'Call Delegates uses it while people sign in, and when an administrator returns after granting permissions. There is nothing to do here.',
    },
    ends: {
      signedIn: {
        heading: 'You’re done here',
        text: 'Call Delegates continues in Teams by itself. You can close this window.',
      },
      granted: {
        heading: 'Permission granted for your organization',
        text: 'Everyone in your organization who has the app can now open Call Delegates in Teams and see their own lists. It can take a few minutes until this works for everyone.',
      },
      onePerson: {
        heading: 'Permission granted for one person',
        text: 'The link that was used asks only for the person who signs in. Unless you selected the box for your whole organization, nobody else has been given permission.',
      },
      declined: {
        heading: 'Permission was not granted',
        text: 'The request was declined, so nothing has changed. People in your organization can’t see their lists until an administrator grants permission.',
      },
      needsAdmin: {
        heading: 'Only an administrator can grant this',
        text: 'Your account is not allowed to grant this permission, so nothing has changed. A Cloud Application Administrator can do it, with the same link.',
      },
      requested: {
        heading: 'Your request is waiting for approval',
        text: 'An administrator of your organization has to approve it. Nothing changes until then.',
      },
      refused: {
        heading: 'Your organization stopped this sign-in',
        text: 'One of its rules does not let this account sign in to the app, or not from here, so nothing has changed. Ask the people who look after sign-in in your organization, and give them the code below.',
      },
      notSetUp: {
        heading: 'The app is not set up correctly',
        text: 'Microsoft rejected the app’s registration, so nothing has changed. Give the code below to the people who set up the app.',
      },
      unknown: {
        heading: 'That did not work',
        text: 'Microsoft reported an error, so no permission was granted. Try again in a few minutes. If it happens again, give the code below to the people who set up the app.',
      },
    },
    mayRead: {
      heading: 'What the app may now read, for the person who is signed in',
      delegations: 'their own call delegations',
      people: 'names, email addresses, and photos of the people in them',
      presence: 'whether those people are available',
    },
    undo: {
      heading: 'To check it or take it back',
      text: 'Microsoft Entra admin center > Enterprise apps > Call Delegates > Permissions',
    },
    grantForAll: 'Grant permission for everyone',
    backToTeams: 'Go back to Teams.',
    code: 'Code:',
  },
};
