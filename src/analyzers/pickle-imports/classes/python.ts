import type { ClassFamily } from './family.ts';

/** Classes of Python's own library that store what they are given: settings, texts, messages, calendars. */
export const PYTHON: ClassFamily = {
  objects: {
    configparser:
      'RawConfigParser ConfigParser SafeConfigParser SectionProxy ConverterMapping Interpolation BasicInterpolation ExtendedInterpolation LegacyInterpolation',
    string: 'Template',
    textwrap: 'TextWrapper',
    calendar: 'Calendar TextCalendar HTMLCalendar LocaleTextCalendar LocaleHTMLCalendar',
    difflib: 'SequenceMatcher Differ HtmlDiff',
    logging: 'Formatter PercentStyle StrFormatStyle StringTemplateStyle LogRecord Filter',
    'email.message': 'Message EmailMessage MIMEPart',
    'email._policybase': 'Compat32',
    'email.policy': 'EmailPolicy',
  },
  restored: {
    statistics: 'NormalDist',
    zipfile: 'ZipInfo',
    tarfile: 'TarInfo',
  },
};
