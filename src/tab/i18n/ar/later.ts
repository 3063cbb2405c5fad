import type { LaterMessages } from '../en/later.js';
import { who, type CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { rights } from './rights.js';

const people = (count: number): string =>
  plural('ar', count, {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصان',
    few: `${count} أشخاص`,
    many: `${count} شخصًا`,
    other: `${count} شخص`,
  });

const statement = ({ count, date }: CountAndDate) =>
  plural('ar', count, {
    zero: `تحققت في ${date} من أن هذه القائمة فارغة.`,
    one: `تحققت في ${date} من هذا الشخص ومن أذوناته.`,
    two: `تحققت في ${date} من هذين الشخصين ومن أذوناتهما.`,
    few: `تحققت في ${date} من هؤلاء الأشخاص الـ ${count} ومن أذوناتهم.`,
    many: `تحققت في ${date} من هؤلاء الأشخاص (${count}) ومن أذوناتهم.`,
    other: `تحققت في ${date} من هؤلاء الأشخاص (${count}) ومن أذوناتهم.`,
  });

export const later: LaterMessages = {
  close: 'إغلاق',
  namesUnavailable: 'يتعذّر عرض الأسماء. إذا استمر ذلك، يمكن للمسؤول السماح لهذا التطبيق بقراءتها.',

  find: {
    search: 'البحث عن أشخاص',
    clear: 'مسح البحث',
    right: 'الإذن',
    anyRight: 'أي إذن',
    activeOnly: 'النشطة فقط',
    sort: 'الترتيب حسب',
    asReported: 'كما في Teams',
    byName: 'الاسم',
    byDate: 'الأحدث أولًا',
    found: ({ count, total }) => `${count} من ${total}`,
    nobodyFound: 'لا توجد نتائج. غيّر البحث أو عامل التصفية.',
    clearFilters: 'مسح عوامل التصفية',
  },
  export: {
    toCsv: 'تنزيل ملف CSV',
    copyTable: 'نسخ كجدول',
    downloaded: 'تم التنزيل. إذا لم تجد الملف، فانسخ الجدول بدلاً منه.',
    print: 'طباعة',
    list: 'القائمة',
    account: 'الحساب',
    asOf: 'تاريخ البيانات',
    yes: 'نعم',
    no: 'لا',
    mail: 'البريد الإلكتروني',
    jobTitle: 'المسمّى الوظيفي',
    department: 'القسم',
    since: 'منذ',
    id: 'المعرّف',
    statusOfGone: ({ status }) => `${status} (الحساب محذوف)`,
  },

  details: {
    rights: 'الأذونات',
    goodToKnow: {
      delegators: {
        makeCalls: 'تسري أيضًا سياسة المكالمات الخاصة بك.',
        receiveCalls: 'رنين هاتفك إعداد منفصل لا تراه هذه الصفحة.',
        pickUpHeldCalls: 'ترى متى يكون هذا الشخص في مكالمة ومع مَن.',
        joinActiveCalls:
          'يعمل على Windows وعلى الويب وعلى هواتف المكتب، لا على Mac ولا على الأجهزة المحمولة.',
        manageCallAndDelegateSettings: 'يشمل ذلك أذونات المفوَّضين الآخرين.',
      },
      delegates: {
        makeCalls: 'تسري أيضًا سياسة المكالمات الخاصة بالمفوَّض.',
        receiveCalls: 'رنين هاتف المفوَّض إعداد منفصل لا تراه هذه الصفحة.',
        pickUpHeldCalls: 'يمكن للمفوَّض أن يرى متى تكون في مكالمة ومع مَن.',
        joinActiveCalls:
          'يعمل على Windows وعلى الويب وعلى هواتف المكتب، لا على Mac ولا على الأجهزة المحمولة.',
        manageCallAndDelegateSettings: 'يمكن لهذا المفوَّض تغيير أذونات جميع المفوَّضين بالنيابة عنك.',
      },
    },
    facts: 'حول هذا التفويض',
    uses: {
      notNow: 'غير متاح في الوقت الحالي.',
      notHere: 'غير متاح على الجهاز الذي تستخدمه الآن.',
      inCall: 'هناك مكالمة جارية الآن.',
      notInCall: 'لا توجد مكالمة جارية الآن.',
    },
    bothWays: 'كلٌّ منكما يدعم الآخر.',
    nobodyIsTold:
      'لا يُخطر Teams أحدًا عندما يتغيّر إذن أو ينتهي. لا يمكن للمفوَّضين إزالة أنفسهم؛ يمكن ذلك للشخص الذي يدعمونه أو للمسؤول.',
    gone: 'لم يعد هذا التفويض موجودًا.',
    links: {
      otherPeople: 'يتعلق هذا الرابط بتفويض بين أشخاص آخرين، ولا يمكن لغيرهم فتحه.',
      malformed: 'هذا الرابط غير مكتمل. اطلب رابطًا جديدًا، أو اختر الشخص من القائمة.',
      unknownReader: 'لا يوضح Teams هويتك، لذلك يتعذر فتح هذا الرابط. اختر الشخص من القائمة.',
    },
    support: 'للدعم الفني',
    id: 'المعرّف',
    status: 'الحالة',
    since: 'منذ',
    chat: 'دردشة',
    call: 'اتصال',
    profile: 'بطاقة الملف الشخصي',
    mail: 'بريد إلكتروني',
    copyLink: 'نسخ الرابط',
  },

  manage: {
    newWindow: 'يُفتح في نافذة جديدة',
    preview: 'معاينة: لا تزال Microsoft تختبر هذه الخدمة.',
    title: 'كيفية تغيير مَن يمكنه أن ينوب عمّن',
    desktop: 'على الكمبيوتر: في Teams، الإعدادات والمزيد (…) > الإعدادات > المكالمات > إدارة المفوضين.',
    phone: 'على الهاتف: في Teams، الإعدادات > المكالمات > المفوَّضون.',
    article: 'مقالة Microsoft حول مشاركة خط الهاتف',
    privacy: 'الخصوصية: ما يقرؤه التطبيق وما يحتفظ به',
    support: ({ contact }) => `المساعدة بشأن هذا التطبيق: ${who(contact, '')}`,
  },

  consent: {
    myself: 'يمكنني الموافقة بنفسي',
  },
  signIn: {
    button: 'تسجيل الدخول',
    waiting: 'أكمل الخطوات في النافذة، ثم عُد إلى هنا.',
    /** The window may be closed, or not. */
    unknown: 'أكمل الخطوات في النافذة، ثم عُد إلى هنا. إذا أغلقتها، فيمكنك المحاولة مرة أخرى.',
    unfinished: 'لم يكتمل ذلك. يمكنك المحاولة مرة أخرى.',
    /** Signing in has worked and was not enough. */
    anotherWay: 'لا تزال Microsoft تطلب المزيد. حدد الزر مرة أخرى لتسجيل الدخول بطريقة أخرى.',
    noHelp: ({ code }: { readonly code: string }) =>
      `لم ينجح ذلك (الرمز: ⁨${code}⁩). يمكن للمسؤول معرفة السبب.`,
    needsAdmin: 'في مؤسستك، لا يمكن الموافقة إلا للمسؤولين. أرسل الطلب إلى المسؤول.',
    blocked: 'تعذّر فتح النافذة. اسمح بالنوافذ المنبثقة لهذا الموقع ثم أعد المحاولة.',
    spreading: 'تم. قد يستغرق سريان ذلك بضع ثوانٍ…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn: 'تطلب منك Microsoft تسجيل الدخول مرة أخرى، أو الموافقة على أن يسجّل هذا التطبيق دخولك.',
      temporary: ({ host }: { readonly host: string }) =>
        `تعذّر على ${host} الحصول على تسجيل دخول من Microsoft الآن. حاول مرة أخرى. إذا لم ينجح ذلك، فأعد تشغيل ${host}.`,
      misconfigured: 'لم يُعدّ تسجيل الدخول في هذا التطبيق بشكل صحيح. لا يمكنك إصلاح ذلك، لكن المسؤول يمكنه.',
    },
  },

  confirm: {
    statement,
    invitation: ({ count }) =>
      count === 0
        ? 'لم تؤكَّد بعد. أكّد أن هذه القائمة فارغة، وستعرض هذه الصفحة بعد ذلك ما يتغيّر.'
        : 'لم تؤكَّد بعد. راجع الصفوف ثم أكّد. تعرض هذه الصفحة ما يرد في Microsoft 365 عن تفويضات مكالماتك ولا تغيّر فيه شيئًا.',
    confirm: 'تأكيد هذه القائمة',
    confirmNew: 'تأكيد القائمة الجديدة',
    confirming: 'جارٍ التأكيد…',
    confirmAgain: 'تأكيد مرة أخرى',
    confirmedAt: ({ time }) => `تم التأكيد في ${time}.`,
    right: 'هذا صحيح',
    wrong: 'لم أتوقع هذا',
    notRight: 'هناك شيء غير صحيح',
    cancel: 'إلغاء',
    whatIsNotRight: 'ما الذي لم تتوقعه؟',
    verdictOn: ({ name }) => `هل هذا صحيح بشأن ${who(name, 'هذا الشخص')}؟`,
    checked: ({ count, total }) => `تمت مراجعة ${count} من ${total}`,
    allChecked: 'تمت مراجعة كل شيء. يمكنك التأكيد الآن.',
    fromTo: ({ before, now }) => `${before} ← ${now}`,
    holds: ({ held }) => `الأذونات: ${held}`,
    holdsNone: 'لا شيء',
    stillWrong: ({ name }) => `${who(name, 'هذا الشخص')}: لم يتغيّر شيء منذ أن ذكرت أنك لم تتوقع هذا.`,
    ask: 'طلب تغيير',
    someHidden: 'يخفي البحث أو التصفية بعض الأشخاص. اعرض الجميع ثم أكّد.',
    showEverybody: 'عرض الجميع',
    someUnnamed: 'يتعذّر عرض بعض الأسماء، لذا لا يمكن تأكيد هذه القائمة بعد.',
    unchangedSince: ({ date }) => `تم التأكيد في ${date}. لم يتغيّر شيء منذ ذلك الحين.`,
    changesSince: ({ count, date }) =>
      plural('ar', count, {
        zero: `لا تغييرات منذ تأكيدك في ${date}`,
        one: `تغيير واحد منذ تأكيدك في ${date}`,
        two: `تغييران منذ تأكيدك في ${date}`,
        few: `${count} تغييرات منذ تأكيدك في ${date}`,
        many: `${count} تغييرًا منذ تأكيدك في ${date}`,
        other: `${count} تغيير منذ تأكيدك في ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `جديد: يمكنك التصرف نيابةً عن ${who(name, 'شخص آخر')}.`,
        delegates: ({ name }) =>
          name === null
            ? 'جديد: يمكن لشخص آخر التصرف نيابةً عنك.'
            : `جديد: يمكن لـ ${who(name, '')} التصرف نيابةً عنك.`,
      },
      removed: {
        delegators: ({ name }) => `أُلغي تفويضك للنيابة عن ${who(name, 'أحد الأشخاص')}.`,
        delegates: ({ name }) => `أُلغي تفويض ${who(name, 'أحد الأشخاص')} للنيابة عنك.`,
      },
      gained: {
        delegators: ({ right, name }) => `يمكنك الآن ${rights[right]} نيابةً عن ${who(name, 'هذا الشخص')}.`,
        delegates: ({ right, name }) =>
          name === null
            ? `يمكن لهذا الشخص الآن ${rights[right]} نيابةً عنك.`
            : `يمكن لـ ${who(name, '')} الآن ${rights[right]} نيابةً عنك.`,
      },
      lost: {
        delegators: ({ right, name }) =>
          `لم يعد بإمكانك ${rights[right]} نيابةً عن ${who(name, 'هذا الشخص')}.`,
        delegates: ({ right, name }) => `لم يعد بإمكان ${who(name, 'هذا الشخص')} ${rights[right]} نيابةً عنك.`,
      },
      unreported: ({ right, name }) =>
        `لم تعد Microsoft تذكر «${rights[right]}» بشأن ${who(name, 'هذا الشخص')}.`,
      activated: ({ name }) => `${who(name, 'أحد الأشخاص')}: أصبح هذا التفويض نشطًا.`,
      deactivated: ({ name }) => `${who(name, 'أحد الأشخاص')}: أصبح هذا التفويض غير نشط.`,
      statusUnreported: ({ name }) =>
        `لم تعد Microsoft تذكر ما إذا كان التفويض مع ${who(name, 'هذا الشخص')} نشطًا.`,
    },
  },
  news: {
    tab: 'حدث تغيير',
    otherList: {
      delegators: 'حدث تغيير في «الأشخاص الذين تدعمهم».',
      delegates: 'حدث تغيير في «المفوَّضون بالنيابة عنك».',
    },
    list: ({ count }) =>
      plural('ar', count, {
        zero: 'لم تتغيّر القائمة.',
        one: 'تغيّرت القائمة: تغيير واحد.',
        two: 'تغيّرت القائمة: تغييران.',
        few: `تغيّرت القائمة: ${count} تغييرات.`,
        many: `تغيّرت القائمة: ${count} تغييرًا.`,
        other: `تغيّرت القائمة: ${count} تغيير.`,
      }),
  },

  history: {
    open: 'السجل',
    title: 'ما أكّدته',
    first: 'أول تأكيد.',
    noChanges: 'لا تغييرات منذ التأكيد السابق.',
    people: ({ count }) => people(count),
    empty: 'لم تؤكد هذه القائمة بعد.',
    more: 'عرض المزيد',
    export: 'تنزيل السجل كملف CSV',
    copy: 'نسخ السجل كجدول',
    delete: 'حذف سجلي',
    deleteQuestion: 'هل تريد حذف كل تأكيداتك للقائمتين نهائيًا؟',
    deleteForGood: 'حذف نهائي',
    keep: 'إبقاء',
    deleted: 'تم الحذف. لم يعد هناك أي شيء مؤكَّد.',
    when: 'متى',
    record: 'القائمة كما كانت',
    verdict: 'رأيك',
    right: 'هذا صحيح',
    wrong: 'غير متوقع',
    confirmedOn: ({ moment }) => `تم التأكيد في ${moment}`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: 'افتح هذا التطبيق في Microsoft Teams',
    text: 'يسجّل Call Delegates دخولك عبر Microsoft Teams أو Outlook أو تطبيق Microsoft 365، لذا لا يمكنه عرض قوائمك هنا.',
    steps: 'في Teams، اختر التطبيقات، وابحث عن Call Delegates، وافتحه.',
  },
};
