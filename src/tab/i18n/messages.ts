// Generated from en/*.json by npm run messages.
export type FirstMessages = {
  readonly "appName": string;
  readonly "loading": string;
  readonly "stillLoading": string;
  readonly "refresh": string;
  readonly "refreshing": string;
  readonly "refreshed": string;
  readonly "asOf": (parameters: { readonly moment: string }) => string;
  readonly "heading": {
    readonly "noOne": string;
    readonly "delegators": (parameters: { readonly count: number }) => string;
    readonly "delegates": (parameters: { readonly count: number }) => string;
    readonly "noOneNow": {
      readonly "delegators": string;
      readonly "delegates": string;
    };
    readonly "exceptions": {
      readonly "gone": (parameters: { readonly count: number }) => string;
      readonly "disabled": (parameters: { readonly count: number }) => string;
      readonly "inactive": (parameters: { readonly count: number }) => string;
      readonly "unreported": (parameters: { readonly count: number }) => string;
      readonly "powerless": (parameters: { readonly count: number }) => string;
    };
    readonly "withExceptions": (parameters: { readonly answer: string; readonly exceptions: string }) => string;
    readonly "both": (parameters: { readonly delegators: string; readonly delegates: string }) => string;
    readonly "someMissing": string;
  };
  readonly "lists": {
    readonly "delegators": string;
    readonly "delegates": string;
  };
  readonly "empty": {
    readonly "delegators": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "delegates": {
      readonly "title": string;
      readonly "text": string;
    };
  };
  readonly "columns": {
    readonly "person": string;
    readonly "status": string;
  };
  readonly "rights": {
    readonly "makeCalls": string;
    readonly "receiveCalls": string;
    readonly "pickUpHeldCalls": string;
    readonly "joinActiveCalls": string;
    readonly "manageCallAndDelegateSettings": string;
  };
  readonly "rightsShort": {
    readonly "makeCalls": string;
    readonly "receiveCalls": string;
    readonly "pickUpHeldCalls": string;
    readonly "joinActiveCalls": string;
    readonly "manageCallAndDelegateSettings": string;
  };
  readonly "held": {
    readonly "delegators": (parameters: { readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings'; readonly name: string | null }) => string;
    readonly "delegates": (parameters: { readonly name: string | null; readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings' }) => string;
  };
  readonly "notHeld": {
    readonly "delegators": (parameters: { readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings'; readonly name: string | null }) => string;
    readonly "delegates": (parameters: { readonly name: string | null; readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings' }) => string;
  };
  readonly "notReported": string;
  readonly "yes": string;
  readonly "no": string;
  readonly "notThese": (parameters: { readonly rights: string }) => string;
  readonly "notReportedFor": (parameters: { readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings' }) => string;
  readonly "active": string;
  readonly "inactive": string;
  readonly "accountGone": string;
  readonly "accountBlocked": string;
  readonly "statusNotReported": string;
  readonly "sinceMonth": (parameters: { readonly month: string }) => string;
  readonly "sinceDay": (parameters: { readonly day: string; readonly relative: string }) => string;
  readonly "sinceNotReported": string;
  readonly "changed": string;
  readonly "presence": {
    readonly "available": string;
    readonly "busy": string;
    readonly "do-not-disturb": string;
    readonly "away": string;
    readonly "offline": string;
  };
  readonly "unknownPerson": string;
  readonly "unnamedPerson": string;
  readonly "accountGoneText": string;
  readonly "oldListStays": (parameters: { readonly moment: string }) => string;
  readonly "tryAgain": string;
  readonly "copy": string;
  readonly "copied": string;
  readonly "copyFailed": {
    readonly "title": string;
    readonly "text": string;
  };
  readonly "supportCode": (parameters: { readonly code: string }) => string;
  readonly "waitingLonger": (parameters: { readonly seconds: number }) => string;
  readonly "problems": {
    readonly "offline": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "unreachable": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "sign_in_failed": {
      readonly "title": string;
      readonly "text": (parameters: { readonly host: string }) => string;
    };
    readonly "host_silent": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "host_refused": {
      readonly "title": string;
      readonly "text": (parameters: { readonly host: string }) => string;
    };
    readonly "invalid_token": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "insufficient_scope": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "interaction_required": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "consent_required": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "delegation_not_allowed": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "invalid_request": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "invalid_id": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "not_found": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "throttled": {
      readonly "title": string;
      readonly "text": (parameters: { readonly seconds: number }) => string;
    };
    readonly "rate_limited": {
      readonly "title": string;
      readonly "text": (parameters: { readonly seconds: number }) => string;
    };
    readonly "graph_unavailable": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "entra_unavailable": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "graph_timeout": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "graph_unexpected": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "list_changed": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "store_unavailable": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "internal_error": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "misconfigured": {
      readonly "title": string;
      readonly "text": string;
    };
    readonly "sign_in_blocked": {
      readonly "title": string;
      readonly "text": string;
    };
  };
};
export type LaterMessages = {
  readonly "close": string;
  readonly "namesUnavailable": string;
  readonly "find": {
    readonly "search": string;
    readonly "clear": string;
    readonly "right": string;
    readonly "anyRight": string;
    readonly "activeOnly": string;
    readonly "sort": string;
    readonly "asReported": string;
    readonly "byName": string;
    readonly "byDate": string;
    readonly "found": (parameters: { readonly count: number; readonly total: number }) => string;
    readonly "noOneFound": string;
    readonly "clearFilters": string;
  };
  readonly "export": {
    readonly "toCsv": string;
    readonly "copyTable": string;
    readonly "downloaded": string;
    readonly "print": string;
    readonly "list": string;
    readonly "account": string;
    readonly "asOf": string;
    readonly "yes": string;
    readonly "no": string;
    readonly "mail": string;
    readonly "jobTitle": string;
    readonly "department": string;
    readonly "since": string;
    readonly "id": string;
    readonly "statusOfGone": (parameters: { readonly status: string }) => string;
  };
  readonly "details": {
    readonly "change": string;
    readonly "rights": string;
    readonly "goodToKnow": {
      readonly "delegators": {
        readonly "makeCalls": string;
        readonly "receiveCalls": string;
        readonly "pickUpHeldCalls": string;
        readonly "joinActiveCalls": string;
        readonly "manageCallAndDelegateSettings": string;
      };
      readonly "delegates": {
        readonly "makeCalls": string;
        readonly "receiveCalls": string;
        readonly "pickUpHeldCalls": string;
        readonly "joinActiveCalls": string;
        readonly "manageCallAndDelegateSettings": string;
      };
    };
    readonly "facts": string;
    readonly "uses": {
      readonly "notNow": string;
      readonly "notHere": string;
      readonly "inCall": string;
      readonly "notInCall": string;
    };
    readonly "bothWays": string;
    readonly "noOneIsNotified": string;
    readonly "gone": string;
    readonly "links": {
      readonly "otherPeople": string;
      readonly "malformed": string;
      readonly "unknownReader": string;
    };
    readonly "support": string;
    readonly "id": string;
    readonly "status": string;
    readonly "since": string;
    readonly "chat": string;
    readonly "call": string;
    readonly "profile": string;
    readonly "mail": string;
    readonly "copyLink": string;
  };
  readonly "manage": {
    readonly "newWindow": string;
    readonly "preview": string;
    readonly "title": string;
    readonly "desktop": string;
    readonly "phone": string;
    readonly "article": string;
    readonly "privacy": string;
    readonly "support": (parameters: { readonly contact: string }) => string;
  };
  readonly "consent": {
    readonly "myself": string;
  };
  readonly "signIn": {
    readonly "button": string;
    readonly "waiting": string;
    readonly "unknown": string;
    readonly "unfinished": string;
    readonly "anotherWay": string;
    readonly "noHelp": (parameters: { readonly code: string }) => string;
    readonly "needsAdmin": string;
    readonly "blocked": string;
    readonly "spreading": string;
    readonly "reasons": {
      readonly "needsSignIn": string;
      readonly "temporary": (parameters: { readonly host: string }) => string;
      readonly "misconfigured": string;
    };
  };
  readonly "confirm": {
    readonly "statement": (parameters: { readonly count: number; readonly date: string }) => string;
    readonly "invitation": (parameters: { readonly count: number }) => string;
    readonly "confirm": string;
    readonly "confirmNew": string;
    readonly "confirming": string;
    readonly "confirmAgain": string;
    readonly "share": string;
    readonly "shareWhat": string;
    readonly "confirmedAt": (parameters: { readonly time: string }) => string;
    readonly "right": string;
    readonly "wrong": string;
    readonly "notRight": string;
    readonly "cancel": string;
    readonly "whatIsNotRight": string;
    readonly "verdictOn": (parameters: { readonly name: string | null }) => string;
    readonly "checked": (parameters: { readonly count: number; readonly total: number }) => string;
    readonly "allChecked": string;
    readonly "fromTo": (parameters: { readonly before: string; readonly now: string }) => string;
    readonly "holds": (parameters: { readonly held: string }) => string;
    readonly "holdsNone": string;
    readonly "stillWrong": (parameters: { readonly name: string | null }) => string;
    readonly "ask": string;
    readonly "someHidden": string;
    readonly "showEverybody": string;
    readonly "someUnnamed": string;
    readonly "unchangedSince": (parameters: { readonly date: string }) => string;
    readonly "changesSince": (parameters: { readonly count: number; readonly date: string }) => string;
    readonly "changes": {
      readonly "added": {
        readonly "delegators": (parameters: { readonly name: string | null }) => string;
        readonly "delegates": (parameters: { readonly name: string | null }) => string;
      };
      readonly "removed": {
        readonly "delegators": (parameters: { readonly name: string | null }) => string;
        readonly "delegates": (parameters: { readonly name: string | null }) => string;
      };
      readonly "gained": {
        readonly "delegators": (parameters: { readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings'; readonly name: string | null }) => string;
        readonly "delegates": (parameters: { readonly name: string | null; readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings' }) => string;
      };
      readonly "lost": {
        readonly "delegators": (parameters: { readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings'; readonly name: string | null }) => string;
        readonly "delegates": (parameters: { readonly name: string | null; readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings' }) => string;
      };
      readonly "unreported": (parameters: { readonly right: 'makeCalls' | 'receiveCalls' | 'pickUpHeldCalls' | 'joinActiveCalls' | 'manageCallAndDelegateSettings'; readonly name: string | null }) => string;
      readonly "activated": (parameters: { readonly name: string | null }) => string;
      readonly "deactivated": (parameters: { readonly name: string | null }) => string;
      readonly "statusUnreported": (parameters: { readonly name: string | null }) => string;
    };
  };
  readonly "news": {
    readonly "tab": string;
    readonly "otherList": {
      readonly "delegators": string;
      readonly "delegates": string;
    };
    readonly "list": (parameters: { readonly count: number }) => string;
  };
  readonly "otherSide": {
    readonly "title": string;
    readonly "confirmed": (parameters: { readonly name: string | null; readonly date: string }) => string;
    readonly "confirmedBefore": (parameters: { readonly name: string | null }) => string;
    readonly "wrong": (parameters: { readonly name: string | null }) => string;
    readonly "wrongBefore": (parameters: { readonly name: string | null }) => string;
    readonly "nothing": string;
  };
  readonly "history": {
    readonly "open": string;
    readonly "title": string;
    readonly "first": string;
    readonly "noChanges": string;
    readonly "shared": string;
    readonly "notShared": string;
    readonly "people": (parameters: { readonly count: number }) => string;
    readonly "empty": string;
    readonly "more": string;
    readonly "export": string;
    readonly "copy": string;
    readonly "delete": string;
    readonly "deleteQuestion": string;
    readonly "deleteForGood": string;
    readonly "keep": string;
    readonly "deleted": string;
    readonly "when": string;
    readonly "record": string;
    readonly "verdict": string;
    readonly "right": string;
    readonly "wrong": string;
    readonly "confirmedOn": (parameters: { readonly moment: string }) => string;
  };
  readonly "attention": {
    readonly "title": string;
    readonly "summary": (parameters: { readonly count: number }) => string;
    readonly "nothing": string;
    readonly "people": (parameters: { readonly count: number }) => string;
    readonly "others": (parameters: { readonly count: number }) => string;
    readonly "findings": {
      readonly "accountGone": {
        readonly "delegators": (parameters: { readonly count: number }) => string;
        readonly "delegates": (parameters: { readonly count: number }) => string;
      };
      readonly "accountDisabled": {
        readonly "delegators": (parameters: { readonly people: string }) => string;
        readonly "delegates": (parameters: { readonly people: string }) => string;
      };
      readonly "otherSaysWrong": (parameters: { readonly people: string }) => string;
      readonly "stillWrong": (parameters: { readonly people: string }) => string;
      readonly "nobodyReceives": string;
      readonly "onlyOneReceives": (parameters: { readonly people: string }) => string;
      readonly "everybodyAway": (parameters: { readonly people: string }) => string;
      readonly "mayChangeSettings": (parameters: { readonly people: string }) => string;
      readonly "inactive": {
        readonly "delegators": (parameters: { readonly people: string }) => string;
        readonly "delegates": (parameters: { readonly people: string }) => string;
      };
      readonly "bothWays": (parameters: { readonly people: string }) => string;
      readonly "nearLimit": {
        readonly "delegators": (parameters: { readonly count: number }) => string;
        readonly "delegates": (parameters: { readonly count: number }) => string;
      };
      readonly "noTeamsPhone": {
        readonly "none": string;
        readonly "suspended": string;
        readonly "callingNotAllowed": string;
      };
      readonly "notReported": (parameters: { readonly people: string }) => string;
      readonly "unsure": (parameters: { readonly people: string }) => string;
    };
    readonly "steps": {
      readonly "ask": string;
      readonly "manageDelegates": string;
      readonly "checkCallSettings": string;
      readonly "openDetails": string;
    };
    readonly "choosePerson": string;
    readonly "unread": {
      readonly "title": string;
      readonly "names": (parameters: { readonly count: number }) => string;
      readonly "accounts": string;
      readonly "presence": (parameters: { readonly people: string }) => string;
      readonly "licence": string;
      readonly "confirmation": string;
      readonly "otherList": string;
    };
    readonly "reach": {
      readonly "title": string;
      readonly "mayAnswer": (parameters: { readonly count: number }) => string;
      readonly "noOneMayAnswer": string;
      readonly "there": (parameters: { readonly people: string }) => string;
      readonly "busy": (parameters: { readonly people: string }) => string;
      readonly "away": (parameters: { readonly people: string }) => string;
      readonly "unknown": (parameters: { readonly people: string }) => string;
      readonly "mayAnswerUnsure": (parameters: { readonly people: string }) => string;
      readonly "mayPickUp": (parameters: { readonly count: number; readonly people: string }) => string;
      readonly "mayJoin": (parameters: { readonly count: number; readonly people: string }) => string;
      readonly "notSeen": string;
      readonly "copilot": string;
    };
  };
  readonly "ask": {
    readonly "title": {
      readonly "delegators": (parameters: { readonly name: string | null }) => string;
      readonly "delegates": (parameters: { readonly name: string | null }) => string;
    };
    readonly "howTo": string;
    readonly "howToCallSettings": string;
    readonly "whatToChange": string;
    readonly "kinds": {
      readonly "rights": string;
      readonly "activate": string;
      readonly "end": {
        readonly "delegators": string;
        readonly "delegates": string;
      };
    };
    readonly "chooseFirst": string;
    readonly "message": string;
    readonly "nothingIsSent": string;
    readonly "openChat": string;
    readonly "openMail": string;
    readonly "copyMessage": string;
    readonly "stepsTitle": string;
    readonly "orAdministrator": string;
    readonly "askedDuringVisit": string;
    readonly "quoted": (parameters: { readonly label: string }) => string;
    readonly "subject": {
      readonly "change": string;
      readonly "end": string;
    };
    readonly "question": {
      readonly "give": (parameters: { readonly name: string | null; readonly given: string }) => string;
      readonly "take": (parameters: { readonly name: string | null; readonly taken: string }) => string;
      readonly "giveAndTake": (parameters: { readonly name: string | null; readonly given: string; readonly taken: string }) => string;
      readonly "activate": (parameters: { readonly name: string | null }) => string;
      readonly "end": (parameters: { readonly name: string | null }) => string;
    };
    readonly "path": (parameters: { readonly name: string | null }) => string;
    readonly "pathWithoutName": string;
    readonly "paragraph": {
      readonly "withDate": (parameters: { readonly question: string; readonly date: string; readonly path: string }) => string;
      readonly "withThanks": (parameters: { readonly question: string; readonly path: string }) => string;
      readonly "withPath": (parameters: { readonly question: string; readonly path: string }) => string;
    };
    readonly "steps": {
      readonly "openSettings": {
        readonly "computer": string;
        readonly "phone": string;
      };
      readonly "openDelegates": {
        readonly "computer": string;
        readonly "phone": string;
      };
      readonly "openCalls": {
        readonly "computer": string;
        readonly "phone": string;
      };
      readonly "findPerson": (parameters: { readonly name: string | null }) => string;
      readonly "addPerson": string;
      readonly "removePerson": (parameters: { readonly name: string | null }) => string;
      readonly "switchOn": (parameters: { readonly permissions: string }) => string;
      readonly "switchOff": (parameters: { readonly permissions: string }) => string;
      readonly "comeBack": string;
    };
    readonly "outcome": {
      readonly "happened": (parameters: { readonly name: string | null }) => string;
      readonly "partly": (parameters: { readonly name: string | null }) => string;
      readonly "notYet": (parameters: { readonly name: string | null }) => string;
      readonly "ended": (parameters: { readonly name: string | null }) => string;
      readonly "notReported": (parameters: { readonly name: string | null }) => string;
    };
  };
  readonly "notifications": {
    readonly "title": string;
    readonly "offer": string;
    readonly "tell": string;
    readonly "how": string;
    readonly "noticed": string;
    readonly "others": string;
    readonly "kept": string;
    readonly "on": string;
    readonly "off": string;
    readonly "undelivered": {
      readonly "notInstalled": {
        readonly "title": string;
        readonly "text": string;
      };
      readonly "notPermitted": {
        readonly "title": string;
        readonly "text": string;
      };
    };
    readonly "unavailable": {
      readonly "title": string;
      readonly "text": string;
    };
  };
  readonly "outside": {
    readonly "title": string;
    readonly "text": string;
    readonly "steps": string;
  };
};
export type AdministratorMessages = {
  readonly "send": string;
  readonly "mail": string;
  readonly "copyMessage": string;
  readonly "pasteHere": string;
  readonly "copiedToPaste": string;
  readonly "subject": {
    readonly "consent": string;
    readonly "removeDelegations": string;
    readonly "changeRights": string;
    readonly "checkDelegations": string;
    readonly "assignTeamsPhone": string;
    readonly "allowDelegation": string;
    readonly "allowNotifications": string;
    readonly "lookAtSignIn": string;
    readonly "lookAtApp": string;
  };
  readonly "greeting": string;
  readonly "whatToDo": {
    readonly "consent": string;
    readonly "removeGone": string;
    readonly "removeGoneDelegator": string;
    readonly "removeDisabled": string;
    readonly "changeRights": string;
    readonly "checkDelegations": string;
    readonly "assignTeamsPhone": string;
    readonly "allowDelegation": string;
    readonly "allowNotifications": string;
    readonly "refused": (parameters: { readonly code: string }) => string;
    readonly "lookAtSignIn": {
      readonly "location": string;
      readonly "device": string;
      readonly "assignment": string;
      readonly "account": string;
      readonly "policy": string;
    };
    readonly "lookAtApp": (parameters: { readonly code: string }) => string;
  };
  readonly "people": (parameters: { readonly names: string }) => string;
  readonly "accounts": (parameters: { readonly ids: string }) => string;
  readonly "commands": {
    readonly "remove": string;
    readonly "removeMayNotShow": string;
    readonly "change": string;
    readonly "look": string;
  };
  readonly "asked": (parameters: { readonly from: string; readonly at: string }) => string;
  readonly "askedByNobody": (parameters: { readonly at: string }) => string;
  readonly "reason": (parameters: { readonly reason: string }) => string;
  readonly "supportCode": (parameters: { readonly code: string }) => string;
  readonly "thanks": string;
};
export type StandaloneMessages = {
  readonly "home": string;
  readonly "privacy": string;
  readonly "terms": string;
  readonly "pages": string;
  readonly "languages": string;
  readonly "otherWebsite": string;
  readonly "openInTeams": string;
  readonly "auth": {
    readonly "title": string;
    readonly "signingIn": string;
    readonly "needsScript": string;
    readonly "grantForAll": string;
    readonly "backToTeams": string;
    readonly "code": string;
  };
};
