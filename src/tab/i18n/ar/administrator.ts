import type { AdministratorMessages } from '../en/administrator.js';

export const administrator: AdministratorMessages = {
  send: 'إرسال إلى المسؤول',
  mail: 'بريد إلكتروني',
  copyMessage: 'نسخ الرسالة',
  pasteHere: 'الرجاء لصق الرسالة هنا: إنها في الحافظة.',
  copiedToPaste: 'تم النسخ. ألصق النص في الرسالة.',

  subject: {
    consent: 'طلب الموافقة على تطبيق Call Delegates',
    removeDelegations: 'طلب إزالة تفويضات مكالمات في Microsoft Teams',
    changeRights: 'طلب تغيير تفويضات مكالمات في Microsoft Teams',
    checkDelegations: 'طلب مراجعة تفويضات مكالمات في Microsoft Teams',
    assignTeamsPhone: 'طلب التحقق من ترخيص Teams Phone الخاص بي',
    allowDelegation: 'طلب تفعيل تفويض المكالمات لي في Microsoft Teams',
    allowNotices: 'طلب السماح بإشعارات Call Delegates في Microsoft Teams',
    lookAtSignIn: 'لا يمكنني تسجيل الدخول إلى Call Delegates في Microsoft Teams',
    lookAtApp: 'لا يعمل Call Delegates لديّ في Microsoft Teams',
  },
  greeting: 'مرحبًا،',
  whatToDo: {
    consent:
      'أودّ استخدام Call Delegates في Microsoft Teams. يعرض التطبيق مَن يمكنه أن ينوب عمّن في المكالمات ولا يغيّر شيئًا. ويحتاج إلى أذونات Microsoft Graph لا يمنحها إلا مسؤول. يمكنك منحها للجميع هنا:',
    removeGone:
      'لا تزال في Microsoft Teams تفويضات مكالمات لحسابات محذوفة. لا يمكن لأحد استخدامها، ولا ينبغي أن تبقى. الرجاء إزالتها.',
    removeGoneDelegator:
      'لا أزال مدرجًا في Microsoft Teams ضمن المفوَّضين عن حسابات محذوفة. لا يمكن لأي أمر تغيير ذلك ما دامت هذه الحسابات محذوفة. إذا حُذفت قبل أقل من 30 يومًا، فالرجاء استعادتها وإزالة التفويضات ثم حذفها مجددًا. وإلا فالرجاء فتح تذكرة دعم لدى Microsoft.',
    removeDisabled:
      'لا تزال في Microsoft Teams تفويضات مكالمات لحسابات محظورة. إذا كان من المقرر أن تبقى هذه الحسابات محظورة، فالرجاء إزالة التفويضات.',
    changeRights: 'الرجاء تغيير ما يمكن للمفوَّض فعله في تفويضات المكالمات هذه.',
    checkDelegations:
      'بعض تفويضات المكالمات في Microsoft Teams ليست كما ينبغي: إما أنها غير نشطة أو أن أذوناتها غير صحيحة، ولا يمكننا تغيير ذلك بأنفسنا. الرجاء مراجعتها.',
    assignTeamsPhone:
      'يتطلب تفويض المكالمات في Microsoft Teams ترخيص Teams Phone، ويبدو أنه ليس لديّ ترخيص صالح. الرجاء التحقق من ترخيصي ومن أنه يُسمح لي بإجراء المكالمات. قد يستغرق سريان التغيير ما يصل إلى 24 ساعة.',
    allowDelegation:
      'لا يسمح لي Microsoft Teams باستخدام تفويض المكالمات. الرجاء التحقق من أن لديّ Teams Phone ومن أن AllowDelegation مفعّل في سياسة المكالمات الخاصة بي.',
    allowNotices:
      'طلبت من Call Delegates أن يُشعرني في Microsoft Teams عندما يتغيّر تفويض مكالمات، لكن إشعاراته لا تصلني. الرجاء التحقق من أن الإصدار المثبَّت من التطبيق يطلب TeamsActivity.Send.User، ومن أنه مثبَّت مرة واحدة فقط، ومن أنه يُسمح للمستخدمين بتثبيت تطبيقات كهذه؛ أو منحه إذن التطبيق TeamsActivity.Send.',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `يرفض Microsoft Entra ID تسجيل دخولي إلى تطبيق Call Delegates (⁨${code}⁩).`,
    lookAtSignIn: {
      location:
        'تقيّم إحدى سياسات الوصول المشروط تسجيل الدخول حسب موقعه. يسجّل خادم التطبيق الدخول نيابةً عني، لذلك يُحتسب عنوانه الصادر أيضًا. يُرجى إضافة هذا العنوان إلى موقع مسمّى تثق به السياسة، أو استثناء التطبيق من السياسة.',
      device:
        'تتطلب إحدى سياسات الوصول المشروط جهازًا مُدارًا أو متوافقًا. يُرجى التحقق من جهازي، أو استثناء التطبيق من السياسة.',
      assignment:
        'يتطلب التطبيق التعيين. يُرجى تعييني في مركز إدارة Microsoft Entra ضمن تطبيقات المؤسسة > Call Delegates > المستخدمون والمجموعات.',
      account:
        'حسابي غير معروف أو معطّل في المؤسسة التي يسجّل التطبيق الدخول إليها. يُرجى التحقق منه. يحتاج الضيف إلى دعوة فيها.',
      policy:
        'يُرجى الاطلاع على سجلات تسجيل الدخول في مركز إدارة Microsoft Entra: يذكر تسجيل الدخول الفاشل إلى Call Delegates السياسة التي تنطبق عليّ.',
    },
    lookAtApp: ({ code }) =>
      `يعرض لي تطبيق Call Delegates خطأ (${code}). للتفاصيل، ابحث في سجلّه عن رمز الدعم.`,
  },
  people: ({ names }) => `الأشخاص المعنيون: ${names}.`,
  accounts: ({ ids }) => `معرّفات كائنات هذه الحسابات: ${ids}`,
  commands: {
    remove:
      'في PowerShell، باستخدام الوحدة النمطية MicrosoftTeams وبعد تشغيل Connect-MicrosoftTeams، تزيلها هذه الأسطر ثم تعرض الإعدادات:',
    removeMayNotShow: 'إذا فشل السطر الأخير، فربما لا يزال بين المفوَّضين حساب محذوف.',
    change:
      'في PowerShell، باستخدام الوحدة النمطية MicrosoftTeams وبعد تشغيل Connect-MicrosoftTeams، تنفّذ هذه الأسطر المطلوب وتعرض الإعدادات قبله وبعده:',
    look: 'في PowerShell، باستخدام الوحدة النمطية MicrosoftTeams وبعد تشغيل Connect-MicrosoftTeams، تعرض هذه الأسطر الإعدادات الحالية:',
  },
  asked: ({ from, at }) => `أنا ${from}، ورأيت هذا في ${at}.`,
  askedByNobody: ({ at }) => `رأيت هذا في ${at}.`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `السبب المذكور: ⁨${reason}⁩`,
  supportCode: ({ code }) => `رمز الدعم: ${code}`,
  thanks: 'شكرًا لك!',
};
