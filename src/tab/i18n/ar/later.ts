import type { LaterMessages } from '../en/later.js';
import type { CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const found = (count: number): string =>
  plural('ar', count, {
    zero: 'لا أحد',
    one: 'شخصًا واحدًا',
    two: 'شخصين',
    few: `${count} أشخاص`,
    many: `${count} شخصًا`,
    other: `${count} شخص`,
  });

const people = (count: number): string =>
  plural('ar', count, {
    one: 'شخص واحد',
    two: 'شخصان',
    few: `${count} أشخاص`,
    many: `${count} شخصًا`,
    other: `${count} شخص`,
  });

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `تحققت في ${date} من أن هذه القائمة فارغة.`
    : plural('ar', count, {
        one: `تحققت في ${date} من هذا الشخص ومن حقوقه.`,
        two: `تحققت في ${date} من هذين الشخصين ومن حقوقهما.`,
        few: `تحققت في ${date} من هؤلاء الأشخاص الـ ${count} ومن حقوقهم.`,
        other: `تحققت في ${date} من هؤلاء الأشخاص (${count}) ومن حقوقهم.`,
      });

export const later: LaterMessages = {
  close: 'إغلاق',
  namesUnavailable: 'تعذّر البحث عن الأسماء. إذا استمر ذلك، يمكن للمسؤول منح User.ReadBasic.All لهذا التطبيق.',

  find: {
    search: 'البحث عن أشخاص',
    right: 'الحق',
    anyRight: 'أي حق',
    activeOnly: 'النشطة فقط',
    sort: 'الترتيب حسب',
    asReported: 'كما في Teams',
    byName: 'الاسم',
    byDate: 'الأحدث أولًا',
    found: ({ count }) => `تم العثور على ${found(count)}`,
    nobodyFound: 'لا أحد يطابق ذلك. غيّر البحث أو عامل التصفية.',
  },
  export: {
    toCsv: 'تصدير إلى CSV',
    copyTable: 'نسخ كجدول',
    print: 'طباعة',
    yes: 'نعم',
    no: 'لا',
    mail: 'البريد',
    jobTitle: 'المسمّى الوظيفي',
    department: 'القسم',
    since: 'منذ',
    id: 'المعرّف',
    statusOfGone: ({ status }) => `${status} (الحساب محذوف)`,
  },

  details: {
    rights: 'الحقوق',
    goodToKnow: {
      makeCalls: 'تسري أيضًا سياسة المكالمات الخاصة بالمفوَّض.',
      receiveCalls: 'رنين هاتف المفوَّض إعداد منفصل لا تراه هذه الصفحة.',
      pickUpHeldCalls: 'يرى المفوَّض متى يكون صاحب الخط في مكالمة ومع مَن.',
      joinActiveCalls: 'يعمل على Windows وعلى الويب وعلى هواتف المكتب، لا على Mac ولا على الأجهزة المحمولة.',
      manageCallAndDelegateSettings: 'يشمل أيضًا حقوق المفوَّضين الآخرين.',
    },
    facts: 'حول هذا التفويض',
    bothWays: 'في الاتجاهين: كلٌّ منكما يدعم الآخر.',
    nobodyIsTold:
      'لا يُبلَّغ أحد عندما يتغيّر حق أو ينتهي. لا يمكن للمفوَّض إزالة نفسه؛ يمكن ذلك لصاحب الخط أو للمسؤول.',
    gone: 'لم يعد هذا التفويض موجودًا.',
    id: 'المعرّف',
    status: 'الحالة',
    since: 'منذ',
    sinceDay: ({ day, relative }) => `${day} (${relative})`,
    chat: 'دردشة',
    call: 'اتصال',
    profile: 'بطاقة الملف الشخصي',
    mail: 'بريد',
    copyLink: 'نسخ الرابط',
  },

  manage: {
    title: 'كيفية تغيير مَن يمكنه أن ينوب عن مَن',
    desktop: 'على الكمبيوتر: في Teams، الإعدادات والمزيد (…) > الإعدادات > المكالمات > إدارة المفوَّضين.',
    phone: 'على الهاتف: في Teams، الإعدادات > المكالمات > المفوَّضون.',
    article: 'مقالة Microsoft حول مشاركة خط الهاتف',
  },

  consent: {
    copyLink: 'نسخ الرابط للمسؤول',
    linkCopied: 'تم النسخ. أرسله إلى المسؤول.',
    copyMessage: 'نسخ رسالة جاهزة',
    message: ({ link }) =>
      `مرحبًا، أودّ استخدام Call Delegates في Microsoft Teams. يعرض مَن يمكنه أن ينوب عن مَن في المكالمات، ويحتاج إلى إذن CallDelegation.Read من Microsoft Graph. بصفتك مسؤولًا يمكنك منحه هنا: ${link}`,
    myself: 'يمكنني الموافقة بنفسي',
  },
  signIn: {
    button: 'تسجيل الدخول',
    waiting: 'أكمل في النافذة التي فُتحت…',
    declined: 'أُغلقت النافذة قبل الإكمال. يمكنك إعادة المحاولة.',
    needsAdmin: 'لا تسمح مؤسستك بالموافقة إلا للمسؤولين. أرسل الرابط إلى المسؤول.',
    blocked: 'تعذّر فتح النافذة. اسمح بالنوافذ المنبثقة لهذا الموقع ثم أعد المحاولة.',
    spreading: 'تم. في انتظار أن تنقله Microsoft…',
  },

  confirm: {
    statement,
    invitation: ({ count, date }) =>
      `${statement({ count, date })} أكّدها مرة واحدة، وستخبرك هذه الصفحة بما تغيّر منذ ذلك الحين.`,
    confirm: 'تأكيد هذه القائمة',
    confirmNew: 'تأكيد القائمة الجديدة',
    confirming: 'جارٍ التأكيد…',
    confirmedToday: 'تم التأكيد اليوم',
    unchangedSince: ({ date }) => `تم التأكيد في ${date}. لم يتغير شيء منذ ذلك الحين.`,
    changesSince: ({ count, date }) =>
      plural('ar', count, {
        one: `تغيير واحد منذ تأكيدك في ${date}`,
        two: `تغييران منذ تأكيدك في ${date}`,
        few: `${count} تغييرات منذ تأكيدك في ${date}`,
        other: `${count} تغييرًا منذ تأكيدك في ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `جديد: يمكنك التصرف نيابةً عن ${name}.`,
        delegates: ({ name }) => `جديد: يمكن لـ ${name} التصرف نيابةً عنك.`,
      },
      removed: {
        delegators: ({ name }) => `أزالك ${name} من المفوَّضين.`,
        delegates: ({ name }) => `لم يعد ${name} يتصرف نيابةً عنك.`,
      },
      gained: {
        delegators: ({ right, name }) => `يمكنك الآن ${verbs[right]} نيابةً عن ${name}.`,
        delegates: ({ right, name }) => `يمكن لـ ${name} الآن ${verbs[right]} نيابةً عنك.`,
      },
      lost: {
        delegators: ({ right, name }) => `لم يعد يمكنك ${verbs[right]} نيابةً عن ${name}.`,
        delegates: ({ right, name }) => `لم يعد يمكن لـ ${name} ${verbs[right]} نيابةً عنك.`,
      },
      unreported: ({ right, name }) => `${name}: لم تعد Microsoft تذكر «${rights[right]}».`,
      activated: ({ name }) => `${name}: أصبح التفويض نشطًا.`,
      deactivated: ({ name }) => `${name}: أصبح التفويض غير نشط.`,
      statusUnreported: ({ name }) => `${name}: لم تعد Microsoft تذكر ما إذا كان نشطًا.`,
    },
  },
  history: {
    open: 'السجل',
    title: 'ما أكّدته',
    moment: ({ day, time }) => `${day}, ${time}`,
    first: 'أول تأكيد.',
    noChanges: 'لا تغييرات منذ التأكيد السابق.',
    people: ({ count }) => people(count),
    empty: 'لم تؤكد هذه القائمة بعد.',
    more: 'عرض المزيد',
    export: 'تصدير السجل إلى CSV',
    delete: 'حذف سجلي',
    deleteQuestion: 'هل تريد حذف كل تأكيداتك للقائمتين نهائيًا؟',
    deleteForGood: 'حذف نهائي',
    keep: 'إبقاء',
    when: 'متى',
    change: 'التغيير',
  },

  outside: {
    title: 'افتح هذا في Microsoft Teams',
    text: 'يسجّل Call Delegates دخولك عبر Microsoft Teams أو Outlook أو تطبيق Microsoft 365، لذا لا يمكنه عرض قائمتك هنا.',
    steps: 'في Teams، اختر التطبيقات، وابحث عن Call Delegates، وافتحه.',
  },
};
