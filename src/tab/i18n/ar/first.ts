import type { FirstMessages } from '../en/first.js';
import type { Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights } from './rights.js';

const people = (count: number): string =>
  plural('ar', count, {
    zero: 'لا أحد',
    one: 'شخصًا واحدًا',
    two: 'شخصين',
    few: `${count} أشخاص`,
    many: `${count} شخصًا`,
    other: `${count} شخص`,
  });

const tryingAgain = ({ seconds }: Seconds) =>
  plural('ar', seconds, {
    one: 'محاولة جديدة بعد ثانية واحدة.',
    two: 'محاولة جديدة بعد ثانيتين.',
    few: `محاولة جديدة بعد ${seconds} ثوانٍ.`,
    other: `محاولة جديدة بعد ${seconds} ثانية.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'جارٍ تحميل التفويضات…',
  refresh: 'تحديث',
  refreshing: 'جارٍ التحديث…',
  refreshed: 'محدَّث.',
  asOf: ({ time }) => `حتى الساعة ${time}`,
  preview: 'معاينة: قد تغيّر Microsoft هذه البيانات',
  dismissPreview: 'إخفاء إشعار المعاينة',

  heading: {
    nobody: 'لا أحد ينوب هنا عن أحد في المكالمات بعد',
    supported: ({ count }) => `أنت تدعم ${people(count)}`,
    acting: ({ count }) =>
      plural('ar', count, {
        one: 'مفوَّض واحد ينوب عنك',
        two: 'مفوَّضان ينوبان عنك',
        few: `${count} مفوَّضين ينوبون عنك`,
        many: `${count} مفوَّضًا ينوبون عنك`,
        other: `${count} مفوَّض ينوبون عنك`,
      }),
    both: ({ supported, acting }) => `${supported} · ${acting}`,
    someMissing: 'تفويضات المكالمات الخاصة بك',
  },
  lists: {
    delegators: 'الأشخاص الذين تدعمهم',
    delegates: 'المفوَّضون عنك',
  },
  empty: {
    delegators: {
      title: 'لا تدعم أحدًا بعد',
      text: 'عندما يجعلك شخص ما مفوَّضًا عنه في Teams، سيظهر هنا مع ما يمكنك فعله نيابةً عنه.',
    },
    delegates: {
      title: 'لا أحد ينوب عنك بعد',
      text: 'أضف مفوَّضًا في Teams: الإعدادات والمزيد (…) > الإعدادات > المكالمات > إدارة المفوَّضين.',
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
    delegators: ({ right, name }) => `يمكنك ${rights[right]} نيابةً عن ${name}.`,
    delegates: ({ right, name }) => `يمكن لـ ${name} ${rights[right]} نيابةً عنك.`,
  },
  notHeld: {
    delegators: ({ right, name }) => `لا يمكنك ${rights[right]} نيابةً عن ${name}.`,
    delegates: ({ right, name }) => `لا يمكن لـ ${name} ${rights[right]} نيابةً عنك.`,
  },
  notReported: 'غير مذكور',
  notReportedFor: ({ right }) => `${rights[right]}: لم تذكره Microsoft.`,

  active: 'نشط',
  inactive: 'غير نشط',
  accountGone: 'الحساب محذوف',
  statusNotReported: 'الحالة غير مذكورة',
  since: ({ date }) => `منذ ${date}`,
  sinceMonth: ({ month, relative }) => `منذ ${month} (${relative})`,
  sinceNotReported: 'تاريخ البدء غير مذكور',

  changed: 'تغيّر',
  presence: {
    available: 'متاح',
    busy: 'مشغول',
    'do-not-disturb': 'عدم الإزعاج',
    away: 'بالخارج',
    offline: 'غير متصل',
  },
  openDetails: ({ name }) => `تفاصيل ${name}`,
  unknownPerson: 'شخص غير معروف',
  unnamedPerson: 'الاسم غير متوفر',
  accountGoneText: 'لم يعد هذا الحساب موجودًا؛ اطلب من المسؤول إزالة التفويض.',

  oldListStays: 'ما تراه من قبل.',
  tryAgain: 'إعادة المحاولة',
  copy: 'نسخ',
  copied: 'تم النسخ',
  copyFailed: { title: 'لم يُسمح بالنسخ', text: 'حدّد النص وانسخه.' },
  correlationId: ({ id }) => `معرّف الارتباط: ${id}`,
  policyCommand: 'نسخ الأمر للمسؤول',
  problems: {
    offline: {
      title: 'أنت غير متصل',
      text: 'تعود القائمة من تلقاء نفسها بمجرد اتصالك.',
    },
    unreachable: {
      title: 'تعذّر الوصول إلى الخادم',
      text: 'تحقّق من اتصالك ثم أعد المحاولة.',
    },
    sign_in_failed: {
      title: 'تعذّر تسجيل دخولك',
      text: ({ host }) =>
        `لم يقدّم ${host} رمز دخول. أعد المحاولة؛ إذا استمر ذلك، فسجّل الخروج من ${host} ثم الدخول مجددًا.`,
    },
    host_refused: { title: 'لم ينجح ذلك', text: ({ host }) => `لم ينفّذ ${host} ذلك. أعد المحاولة.` },
    invalid_token: {
      title: 'لم يُقبل تسجيل دخولك',
      text: 'أغلق علامة التبويب هذه وافتحها مجددًا. إذا استمر ذلك، فأخبر المسؤول.',
    },
    insufficient_scope: {
      title: 'أُعدّ هذا التطبيق دون إذنه',
      text: 'يجب أن يعرض المسؤول النطاق access_as_user لهذا التطبيق في Microsoft Entra ID.',
    },
    interaction_required: {
      title: 'سجّل الدخول مرة أخرى',
      text: 'تريد مؤسستك أن تؤكّد هويتك قبل عرض هذه البيانات.',
    },
    consent_required: {
      title: 'يحتاج هذا التطبيق إلى إذن أولًا',
      text: 'لعرض قائمتك، يجب أن يقرأ تفويضات مكالماتك. لم يوافق أحد في مؤسستك على ذلك بعد؛ وعادةً لا يستطيع ذلك إلا المسؤول. يقرأ تفويضات مكالماتك وأسماء الأشخاص فيها. لا يغيّر شيئًا في Teams.',
    },
    delegation_not_allowed: {
      title: 'تفويض المكالمات غير مفعّل لك',
      text: 'تمنعه سياسة مكالمات في مؤسستك، أو ليس لديك Teams Phone. يمكن للمسؤول تفعيله.',
    },
    invalid_request: {
      title: 'لا يمكن الإجابة عن هذا الطلب',
      text: 'العنوان غير صالح. عُد إلى القائمة.',
    },
    invalid_id: {
      title: 'هذا العنوان غير صالح',
      text: 'عُد إلى القائمة وافتح الشخص منها.',
    },
    not_found: {
      title: 'لم يُعثر على شيء',
      text: 'لا تعرف Microsoft تفويض مكالمات هنا؛ ربما أُزيل، أو ليس لديك Teams Phone.',
    },
    throttled: {
      title: 'تطلب Microsoft الانتظار لحظة',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'طلبات كثيرة جدًا',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft Graph غير متاح',
      text: 'الخدمة التي تحفظ تفويضاتك متوقفة الآن. أعد المحاولة بعد دقيقة.',
    },
    entra_unavailable: {
      title: 'تسجيل دخول Microsoft غير متاح',
      text: 'لا يستجيب Microsoft Entra ID الآن. أعد المحاولة بعد دقيقة.',
    },
    graph_timeout: {
      title: 'استغرقت Microsoft وقتًا طويلًا',
      text: 'لم تصل إجابة في الوقت المناسب. أعد المحاولة.',
    },
    graph_unexpected: {
      title: 'أعطت Microsoft إجابة غير متوقعة',
      text: 'لا تزال هذه البيانات معاينة وقد تتغيّر. أعد المحاولة؛ إذا استمر ذلك، فأخبر المسؤول.',
    },
    list_changed: {
      title: 'تغيّرت القائمة',
      text: 'اطّلع على القائمة الجديدة.',
    },
    store_unavailable: {
      title: 'التأكيد غير متاح الآن',
      text: 'لا تتأثر قوائمك. أعد المحاولة لاحقًا.',
    },
    internal_error: {
      title: 'حدث خطأ من جانبنا',
      text: 'تم تسجيله. أعد المحاولة.',
    },
    misconfigured: {
      title: 'هذا التطبيق غير معدّ بشكل صحيح',
      text: 'بيانات اعتماده مرفوضة. لا يستطيع إصلاح ذلك إلا مسؤوله؛ أعطه معرّف الارتباط.',
    },
  },
};
