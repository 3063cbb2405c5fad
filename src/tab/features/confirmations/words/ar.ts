import { plural } from '../../../i18n/plural.js';
import type { ConfirmationWords } from './words.js';

const people = (count: number): string =>
  plural('ar', count, {
    one: 'شخص واحد',
    two: 'شخصان',
    few: `${count} أشخاص`,
    many: `${count} شخصًا`,
    other: `${count} شخص`,
  });

export const ar: ConfirmationWords = {
  statement: (count, date) =>
    count === 0
      ? `تحققت في ${date} من أن هذه القائمة فارغة.`
      : plural('ar', count, {
          one: `تحققت في ${date} من هذا الشخص ومن حقوقه.`,
          two: `تحققت في ${date} من هذين الشخصين ومن حقوقهما.`,
          few: `تحققت في ${date} من هؤلاء الأشخاص الـ ${count} ومن حقوقهم.`,
          other: `تحققت في ${date} من هؤلاء الأشخاص (${count}) ومن حقوقهم.`,
        }),
  confirm: 'تأكيد هذه القائمة',
  confirmNew: 'تأكيد القائمة الجديدة',
  confirming: 'جارٍ التأكيد…',
  invitation: 'أكّدها مرة واحدة، وستخبرك هذه الصفحة بما تغيّر منذ ذلك الحين.',
  confirmedToday: 'تم التأكيد اليوم',
  confirmedOn: (date) => `تم التأكيد في ${date}`,
  nothingChanged: 'لم يتغير شيء منذ ذلك الحين.',
  changesSince: (count, date) =>
    plural('ar', count, {
      one: `تغيير واحد منذ تأكيدك في ${date}`,
      two: `تغييران منذ تأكيدك في ${date}`,
      few: `${count} تغييرات منذ تأكيدك في ${date}`,
      other: `${count} تغييرًا منذ تأكيدك في ${date}`,
    }),
  listChanged: 'تغيّرت القائمة للتو. انظر إليها مرة أخرى ثم أكّدها.',
  unavailable: 'التأكيد غير متاح الآن. لا تتأثر قوائمك بذلك.',
  changes: {
    added: {
      delegators: (name) => `جديد: يمكنك التصرف نيابةً عن ${name}.`,
      delegates: (name) => `جديد: يمكن لـ ${name} التصرف نيابةً عنك.`,
    },
    removed: {
      delegators: (name) => `أزالك ${name} من المفوَّضين.`,
      delegates: (name) => `لم يعد ${name} يتصرف نيابةً عنك.`,
    },
    gained: {
      delegators: (verb, name) => `يمكنك الآن ${verb} نيابةً عن ${name}.`,
      delegates: (verb, name) => `يمكن لـ ${name} الآن ${verb} نيابةً عنك.`,
    },
    lost: {
      delegators: (verb, name) => `لم يعد يمكنك ${verb} نيابةً عن ${name}.`,
      delegates: (verb, name) => `لم يعد يمكن لـ ${name} ${verb} نيابةً عنك.`,
    },
    unreported: (right, name) => `${name}: لم تعد Microsoft تذكر «${right}».`,
    activated: (name) => `${name}: أصبح التفويض نشطًا.`,
    deactivated: (name) => `${name}: أصبح التفويض غير نشط.`,
    statusUnreported: (name) => `${name}: لم تعد Microsoft تذكر ما إذا كان نشطًا.`,
  },
  history: {
    open: 'السجل',
    title: 'ما أكّدته',
    first: 'أول تأكيد.',
    noChanges: 'لا تغييرات منذ التأكيد السابق.',
    people,
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
};
