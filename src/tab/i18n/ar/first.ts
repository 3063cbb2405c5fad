import type { FirstMessages } from '../en/first.js';
import { who, type Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('ar', seconds, {
    zero: 'محاولة جديدة الآن.',
    one: 'محاولة جديدة بعد ثانية واحدة.',
    two: 'محاولة جديدة بعد ثانيتين.',
    few: `محاولة جديدة بعد ${seconds} ثوانٍ.`,
    many: `محاولة جديدة بعد ${seconds} ثانية.`,
    other: `محاولة جديدة بعد ${seconds} ثانية.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'جارٍ تحميل تفويضات مكالماتك…',
  stillLoading: 'ما زلنا ننتظر Microsoft…',
  refresh: 'تحديث',
  refreshing: 'جارٍ التحديث…',
  refreshed: 'القائمة محدَّثة.',
  asOf: ({ moment }) => `آخر تحديث: ${moment}`,

  heading: {
    nobody: 'لا توجد تفويضات مكالمات',
    delegators: ({ count }) =>
      plural('ar', count, {
        zero: 'لا يمكنك النيابة عن أحد',
        one: 'يمكنك النيابة عن شخص واحد',
        two: 'يمكنك النيابة عن شخصين',
        few: `يمكنك النيابة عن ${count} أشخاص`,
        many: `يمكنك النيابة عن ${count} شخصًا`,
        other: `يمكنك النيابة عن ${count} شخص`,
      }),
    delegates: ({ count }) =>
      plural('ar', count, {
        zero: 'لا يمكن لأحد النيابة عنك',
        one: 'يمكن لمفوَّض واحد النيابة عنك',
        two: 'يمكن لمفوَّضَين النيابة عنك',
        few: `يمكن لـ ${count} مفوَّضين النيابة عنك`,
        many: `يمكن لـ ${count} مفوَّضًا النيابة عنك`,
        other: `يمكن لـ ${count} مفوَّض النيابة عنك`,
      }),
    nobodyNow: {
      delegators: 'لا يمكنك النيابة عن أحد حاليًا',
      delegates: 'لا يمكن لأحد النيابة عنك حاليًا',
    },
    exceptions: {
      gone: ({ count }) =>
        plural('ar', count, {
          zero: 'لا حسابات محذوفة',
          one: 'حساب واحد لم يعد موجودًا',
          two: 'حسابان لم يعودا موجودين',
          few: `${count} حسابات لم تعد موجودة`,
          many: `${count} حسابًا لم يعد موجودًا`,
          other: `${count} حساب لم يعد موجودًا`,
        }),
      disabled: ({ count }) =>
        plural('ar', count, {
          zero: 'لا حسابات محظورة',
          one: 'حساب واحد محظور',
          two: 'حسابان محظوران',
          few: `${count} حسابات محظورة`,
          many: `${count} حسابًا محظورًا`,
          other: `${count} حساب محظور`,
        }),
      inactive: ({ count }) =>
        plural('ar', count, {
          zero: 'لا تفويضات غير نشطة',
          one: 'تفويض واحد غير نشط',
          two: 'تفويضان غير نشطين',
          few: `${count} تفويضات غير نشطة`,
          many: `${count} تفويضًا غير نشط`,
          other: `${count} تفويض غير نشط`,
        }),
      unreported: ({ count }) =>
        plural('ar', count, {
          zero: 'لا تفويضات غير مذكورة الحالة',
          one: 'تفويض واحد لم تُذكر حالته',
          two: 'تفويضان لم تُذكر حالتهما',
          few: `${count} تفويضات لم تُذكر حالتها`,
          many: `${count} تفويضًا لم تُذكر حالتها`,
          other: `${count} تفويض لم تُذكر حالتها`,
        }),
      powerless: ({ count }) =>
        plural('ar', count, {
          zero: 'لا تفويضات بلا أذونات',
          one: 'تفويض واحد بلا أذونات',
          two: 'تفويضان بلا أذونات',
          few: `${count} تفويضات بلا أذونات`,
          many: `${count} تفويضًا بلا أذونات`,
          other: `${count} تفويض بلا أذونات`,
        }),
    },
    withExceptions: ({ answer, exceptions }) => `${answer}؛ ${exceptions}`,
    both: ({ delegators, delegates }) => `${delegators} · ${delegates}`,
    someMissing: 'تفويضات المكالمات الخاصة بك',
  },
  lists: {
    delegators: 'الأشخاص الذين تدعمهم',
    delegates: 'المفوَّضون بالنيابة عنك',
  },
  empty: {
    delegators: {
      title: 'لا تدعم أحدًا',
      text: 'عندما يعيّنك شخص ما مفوَّضًا في Teams، سيظهر هنا مع كل ما يمكنك فعله نيابةً عنه.',
    },
    delegates: {
      title: 'لا أحد ينوب عنك',
      text: 'لإضافة مفوَّض في Teams: الإعدادات والمزيد (…) > الإعدادات > المكالمات > إدارة المفوضين.',
    },
  },

  columns: {
    person: 'الشخص',
    status: 'الحالة',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'تغيير الإعدادات',
  },
  held: {
    delegators: ({ right, name }) => `يمكنك ${rights[right]} نيابةً عن ${who(name, 'هذا الشخص')}.`,
    delegates: ({ right, name }) =>
      name === null
        ? `يمكن لهذا الشخص ${rights[right]} نيابةً عنك.`
        : `يمكن لـ ${who(name, '')} ${rights[right]} نيابةً عنك.`,
  },
  notHeld: {
    delegators: ({ right, name }) => `لا يمكنك ${rights[right]} نيابةً عن ${who(name, 'هذا الشخص')}.`,
    delegates: ({ right, name }) =>
      name === null
        ? `لا يمكن لهذا الشخص ${rights[right]} نيابةً عنك.`
        : `لا يمكن لـ ${who(name, '')} ${rights[right]} نيابةً عنك.`,
  },
  notReported: 'غير مذكور',
  yes: 'نعم',
  no: 'لا',
  notThese: ({ rights }) => `غير ممنوح: ${rights}`,
  notReportedFor: ({ right }) => `لا تذكر Microsoft «${rights[right]}».`,

  active: 'نشط',
  inactive: 'غير نشط',
  accountGone: 'الحساب محذوف',
  accountBlocked: 'الحساب محظور',
  statusNotReported: 'الحالة غير مذكورة',
  sinceMonth: ({ month }) => `منذ ${month}`,
  sinceDay: ({ day, relative }) => `منذ ${day} (${relative})`,
  sinceNotReported: 'تاريخ البدء غير مذكور',

  changed: 'تغيّر',
  presence: {
    available: 'متاح',
    busy: 'مشغول',
    'do-not-disturb': 'عدم الإزعاج',
    away: 'بالخارج',
    offline: 'غير متصل',
  },
  unknownPerson: 'شخص غير معروف',
  unnamedPerson: 'الاسم غير متوفر',
  accountGoneText: 'حُذف هذا الحساب. اطلب من المسؤول إزالة التفويض.',

  oldListStays: ({ moment }) => `تعذّر التحديث. القائمة المعروضة بتاريخ ${moment}.`,
  tryAgain: 'إعادة المحاولة',
  copy: 'نسخ',
  copied: 'تم النسخ',
  copyFailed: { title: 'النسخ غير مسموح هنا', text: 'حدّد النص وانسخه بنفسك.' },
  supportCode: ({ code }) => `رمز الدعم: ${code}`,
  waitingLonger: ({ seconds }) =>
    `يستغرق هذا وقتًا أطول من المعتاد. إذا استمر، فيمكن للمسؤول الاستفسار لدى Microsoft. ${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: 'أنت غير متصل',
      text: 'يعود هذا إلى العمل بمجرد استعادة الاتصال.',
    },
    unreachable: {
      title: 'تعذّر الوصول إلى الخادم',
      text: 'تحقّق من اتصالك ثم أعد المحاولة.',
    },
    sign_in_failed: {
      title: 'تعذّر تسجيل دخولك',
      text: ({ host }) => `أعد المحاولة. إذا لم ينجح ذلك، فسجّل الخروج من ${host} ثم سجّل الدخول من جديد.`,
    },
    host_silent: {
      title: 'لا يستجيب Teams',
      text: 'حاول مرة أخرى. إذا لم ينجح ذلك، فأغلق Teams وافتحه من جديد.',
    },
    host_refused: {
      title: 'لم ينجح ذلك',
      text: ({ host }) => `تعذّر على ${host} تنفيذ ذلك. أعد المحاولة.`,
    },
    invalid_token: {
      title: 'لم يُقبل تسجيل دخولك',
      text: 'أعد المحاولة. إذا لم ينجح ذلك، فسجّل الخروج من Teams ثم سجّل الدخول من جديد وافتح هذا التطبيق مرة أخرى.',
    },
    insufficient_scope: {
      title: 'إعداد هذا التطبيق غير مكتمل',
      text: 'تسجيل دخولك يعمل، لكن إعداد التطبيق تنقصه خطوة لا يمكن أن يكملها إلا المسؤول.',
    },
    interaction_required: {
      title: 'أكّد هويتك',
      text: 'تطلب مؤسستك تسجيل الدخول من جديد قبل عرض هذه البيانات.',
    },
    consent_required: {
      title: 'يحتاج هذا التطبيق إلى موافقة المسؤول',
      text: 'لعرض قوائمك، يقرأ التطبيق تفويضات مكالماتك وأسماء الأشخاص فيها. لا يغيّر التطبيق شيئًا في Teams.',
    },
    delegation_not_allowed: {
      title: 'تفويض المكالمات غير مفعّل لك',
      text: 'لا تسمح به سياسة المكالمات في مؤسستك، أو ليس لديك Teams Phone. يمكن للمسؤول تغيير ذلك.',
    },
    invalid_request: {
      title: 'تعذّرت معالجة هذا الطلب',
      text: 'عُد إلى القائمة وحاول منها من جديد.',
    },
    invalid_id: {
      title: 'هذا الرابط غير صالح',
      text: 'اختر الشخص من القائمة بدلًا من ذلك.',
    },
    not_found: {
      title: 'لم يُعثر على تفويض مكالمات',
      text: 'ربما أُزيل، أو ليس لديك Teams Phone. إذا كنت تتوقع وجود تفويض هنا، فاسأل المسؤول.',
    },
    throttled: {
      title: 'تطلب Microsoft الانتظار',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'طلبات كثيرة جدًا',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'خدمة Microsoft متوقفة',
      text: 'الخدمة التي تحفظ تفويضات مكالماتك لا تستجيب. أعد المحاولة بعد دقيقة. إذا استمر ذلك، فيمكن للمسؤول الاستفسار لدى Microsoft برمز الدعم.',
    },
    entra_unavailable: {
      title: 'تسجيل الدخول إلى Microsoft متوقف',
      text: 'خدمة تسجيل الدخول في Microsoft لا تستجيب. أعد المحاولة بعد دقيقة. إذا استمر ذلك، فيمكن للمسؤول الاستفسار لدى Microsoft برمز الدعم.',
    },
    graph_timeout: {
      title: 'استغرقت Microsoft وقتًا طويلًا',
      text: 'لم تصل إجابة في الوقت المناسب. أعد المحاولة. إذا استمر ذلك، فيمكن للمسؤول الاستفسار لدى Microsoft برمز الدعم.',
    },
    graph_unexpected: {
      title: 'أعطت Microsoft إجابة غير متوقعة',
      text: 'أعد المحاولة. إذا تكرر ذلك، فيمكن للمسؤول الاستفسار لدى Microsoft برمز الدعم.',
    },
    list_changed: {
      title: 'تغيّرت القائمة',
      text: 'راجع القائمة الجديدة ثم أكّدها.',
    },
    store_unavailable: {
      title: 'التأكيد غير متاح الآن',
      text: 'لم تتأثر قوائمك. أعد المحاولة بعد بضع دقائق.',
    },
    internal_error: {
      title: 'حدث خطأ من جانبنا',
      text: 'أعد المحاولة. إذا تكرر ذلك، فأبلغ المسؤول: يساعده رمز الدعم على معرفة السبب.',
    },
    misconfigured: {
      title: 'هذا التطبيق غير معدّ بشكل صحيح',
      text: 'ترفض Microsoft التطبيق نفسه. لا يمكنك إصلاح ذلك، لكن المسؤول يمكنه.',
    },
    sign_in_blocked: {
      title: 'مؤسستك تحظر تسجيل الدخول هذا',
      text: 'تحظر إحدى سياسات مؤسستك هذا التطبيق أو الخادم الذي يعمل عليه. لا يمكنك تغيير ذلك هنا، لكن المسؤول يمكنه.',
    },
  },
};
