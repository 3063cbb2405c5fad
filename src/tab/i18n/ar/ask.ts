import type { AskMessages } from '../en/ask.js';
import { who } from '../parameters.js';

const greeting = (name: string | null): string => (name === null ? 'مرحبًا،' : `مرحبًا ${who(name, '')}،`);

export const ask: AskMessages = {
  title: {
    delegators: ({ name }) => `طلب تغيير من ${who(name, 'هذا الشخص')}`,
    delegates: ({ name }) => `تغيير أذونات ${who(name, 'هذا الشخص')}`,
  },
  howTo: 'كيفية تغيير المفوَّضين بالنيابة عنك',
  howToCallSettings: 'ما يحدث لمكالماتك',
  whatToChange: 'ما الذي ينبغي تغييره؟',
  kinds: {
    rights: 'الأذونات',
    activate: 'تنشيط التفويض من جديد',
    end: {
      delegators: 'إنهاء تفويضي',
      delegates: 'إنهاء تفويض هذا الشخص',
    },
  },
  chooseFirst: 'اختر ما ينبغي تغييره.',
  message: 'رسالتك',
  nothingIsSent: 'لا يُرسَل شيء حتى ترسله بنفسك.',
  openChat: 'فتح دردشة',
  openMail: 'كتابة رسالة بريد إلكتروني',
  copyMessage: 'نسخ الرسالة',
  stepsTitle: 'في Teams',
  orAdministrator: 'يمكن للمسؤول أيضًا فعل ذلك.',
  askedDuringVisit: 'ما طلبته',

  quoted: ({ label }) => `«${label}»`,

  subject: {
    change: 'تفويضي للنيابة عنك في المكالمات في Microsoft Teams',
    end: 'أرجو إزالتي من قائمة المفوَّضين بالنيابة عنك',
  },
  question: {
    give: ({ name, given }) =>
      `${greeting(name)} هل يمكن تشغيل ${given} ضمن أذونات تفويضي للنيابة عنك في المكالمات؟`,
    take: ({ name, taken }) =>
      `${greeting(name)} هل يمكن إيقاف ${taken} ضمن أذونات تفويضي للنيابة عنك في المكالمات؟ لم أعد بحاجة إلى ذلك.`,
    giveAndTake: ({ name, given, taken }) =>
      `${greeting(name)} هل يمكن تشغيل ${given} وإيقاف ${taken} ضمن أذونات تفويضي للنيابة عنك في المكالمات؟`,
    activate: ({ name }) =>
      `${greeting(name)} تفويضي للنيابة عنك في المكالمات غير نشط، لذا لا يمكنني النيابة عنك. هل يمكن التحقق من ذلك؟`,
    end: ({ name }) =>
      `${greeting(name)} لم أعد أدعمك في المكالمات. هل يمكن إزالتي من قائمة المفوَّضين بالنيابة عنك؟`,
  },
  path: ({ name }) =>
    `في Teams: الإعدادات والمزيد (…) > الإعدادات > المكالمات > إدارة المفوضين > ${who(name, 'اسمي')}.`,
  pathWithoutName: 'في Teams: الإعدادات والمزيد (…) > الإعدادات > المكالمات > إدارة المفوضين.',
  paragraph: {
    withDate: ({ question, path, date }) =>
      `${question} هكذا كان الأمر عندما تحققت في ${date}. ${path} شكرًا لك!`,
    withThanks: ({ question, path }) => `${question} ${path} شكرًا لك!`,
    withPath: ({ question, path }) => `${question} ${path}`,
  },

  steps: {
    openSettings: {
      computer: 'في Teams، افتح «الإعدادات والمزيد» (…)، ثم «الإعدادات».',
      phone: 'في Teams، اضغط على صورتك، ثم على «الإعدادات».',
    },
    openDelegates: {
      computer:
        'اختر «المكالمات» وانتقل إلى «إدارة المفوضين». إذا وُجدت علامة التبويب «المفوَّضون بالنيابة عنك»، فافتحها.',
      phone: 'اضغط على «المكالمات»، ثم على «المفوَّضون».',
    },
    openCalls: {
      computer: 'اختر «المكالمات». ترى هناك ما إذا كانت هواتف المفوَّضين سترن، وما يحدث عندما لا يرد أحد.',
      phone: 'اضغط على «المكالمات». ترى هناك ما إذا كانت هواتف المفوَّضين سترن، وما يحدث عندما لا يرد أحد.',
    },
    findPerson: ({ name }) => `ابحث عن ${who(name, 'الشخص')} وافتح الأذونات.`,
    addPerson: 'لإضافة شخص، اختر «إضافة مفوَّض».',
    removePerson: ({ name }) =>
      `لإزالة ${who(name, 'شخص')}، اختر سلة المهملات بجانب الاسم. إذا لم تكن موجودة، فافتح الاسم أو قائمته (…).`,
    switchOn: ({ permissions }) => `شغّل ${permissions}.`,
    switchOff: ({ permissions }) => `أوقف ${permissions}.`,
    comeBack: 'عُد إلى هنا وحدّث: تخبرك هذه الصفحة بما إذا تم ذلك.',
  },

  outcome: {
    happened: ({ name }) => `تم: أصبح التفويض مع ${who(name, 'هذا الشخص')} كما أردت.`,
    partly: ({ name }) => `تغيّر التفويض مع ${who(name, 'هذا الشخص')}، لكن ليس في كل ما أردت.`,
    notYet: ({ name }) => `لم يتغيّر التفويض مع ${who(name, 'هذا الشخص')} بعد.`,
    ended: ({ name }) => `انتهى التفويض مع ${who(name, 'هذا الشخص')}.`,
    notReported: ({ name }) => `لا تذكر Microsoft ما إذا كان التفويض مع ${who(name, 'هذا الشخص')} قد تغيّر.`,
  },
};
