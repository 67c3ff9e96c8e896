/** Modules that start programs, evaluate, load or fetch: named by no package for a good reason. */
const SYSTEM =
  /^(?:os|posix|nt|subprocess|_posixsubprocess|sys|shutil|importlib|runpy|pickle|_pickle|dill|cloudpickle|joblib|marshal|socket|ctypes|code|codeop|pty|commands|pip|webbrowser|urllib|requests|http|ftplib|smtplib|multiprocessing|threading|_thread|asyncio|timeit|pdb|bdb|profile|cProfile|trace|doctest|zipimport|pkgutil|imp|site|signal|atexit|sqlite3|yaml|jsonpickle|platform)(?:\.|$)/;

export function isSystemModule(module: string): boolean {
  return SYSTEM.test(module);
}
