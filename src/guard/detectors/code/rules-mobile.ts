import type { CodeRule } from './rule.ts';

/** Swift, Kotlin and Scala, where they differ from what their neighbours say. */
export const MOBILE_RULES: readonly CodeRule[] = [
  {
    id: 'swift-defaults',
    cwe: 312,
    safer: 'Keep it in the keychain.',
    at: ['UserDefaults.', 'SharedPreferences', '.putString('],
    match:
      /(?:UserDefaults\.standard\.set\([^\n)]*?(?:[pP]assword|[tT]oken|[sS]ecret|apiKey|[pP]in\b)|\.putString\(\s*"[^"\n]*(?:password|token|secret|api_?key)[^"\n]*")/iy,
    unless: /Encrypted|fcm|push|deviceToken/i,
    fires: ['UserDefaults.standard.set(password, forKey: "password")', 'prefs.edit().putString("auth_token", token)'],
    quiet: ['UserDefaults.standard.set(true, forKey: "seen")', 'prefs.edit().putString("theme", theme)'],
  },
  {
    id: 'ios-transport',
    cwe: 319,
    safer: 'Name the few hosts that cannot do better.',
    at: ['NSAllowsArbitraryLoads', 'usesCleartextTraffic', 'cleartextTrafficPermitted'],
    match: /(?:NSAllowsArbitraryLoads<\/key>\s*<true|(?:usesCleartextTraffic|cleartextTrafficPermitted)="true")/y,
    inStrings: true,
    fires: ['<key>NSAllowsArbitraryLoads</key><true/>', 'android:usesCleartextTraffic="true"'],
    quiet: ['android:usesCleartextTraffic="false"'],
  },
  {
    id: 'android-world',
    cwe: 732,
    safer: 'Use `MODE_PRIVATE`.',
    at: ['MODE_WORLD_'],
    match: /MODE_WORLD_(?:READABLE|WRITEABLE)/y,
    fires: ['openFileOutput(name, Context.MODE_WORLD_READABLE)'],
    quiet: ['openFileOutput(name, Context.MODE_PRIVATE)'],
  },
  {
    id: 'scala-sql',
    cwe: 89,
    safer: 'Use `$name`, which binds; `#$name` puts text in.',
    at: ['sql"', 'sqlu"'],
    match: /sqlu?"{1,3}[^"\n]*#\$\{?\w/y,
    fires: [`sql"select * from t where n = '#$name'".as[String]`],
    quiet: ['sql"select * from t where n = $name".as[String]'],
  },
];
