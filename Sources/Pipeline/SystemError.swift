import Core
import Glibc

/// The words for what the system refuses. *Source:* POSIX.1, `<errno.h>`.
enum SystemError {
  /// Why, as the rest of a sentence; the number for errors that nobody meets.
  static func words(_ code: Int32) -> Phrase {
    switch code {
    case ENOENT: Phrase(cs: "taková cesta není", en: "there is no such path")
    case EACCES, EPERM: Phrase(cs: "chybí oprávnění", en: "no permission")
    case EROFS: Phrase(cs: "disk je jen ke čtení", en: "the disk is read-only")
    case ENOSPC: Phrase(cs: "na disku není místo", en: "the disk is full")
    case EDQUOT: Phrase(cs: "vyčerpali jste přidělené místo", en: "your quota is used up")
    case EFBIG: Phrase(cs: "soubor je příliš velký", en: "the file is too large")
    case ENOTDIR: Phrase(cs: "část cesty není složka", en: "part of the path is no folder")
    case EISDIR: Phrase(cs: "je tam složka", en: "a folder is there")
    case EEXIST: Phrase(cs: "něco takového jména už tam je", en: "something of that name is there")
    case ENOTEMPTY: Phrase(cs: "složka není prázdná", en: "the folder is not empty")
    case ENAMETOOLONG: Phrase(cs: "jméno je příliš dlouhé", en: "the name is too long")
    case ELOOP:
      Phrase(
        cs: "je to odkaz, nebo odkazy vedou v kruhu", en: "it is a link, or links go in a circle")
    case EBUSY, ETXTBSY:
      Phrase(
        cs: "soubor používá jiný program", en: "another program uses the file")
    case EXDEV: Phrase(cs: "cesta vede na jiný disk", en: "the path leads to another disk")
    case EMFILE, ENFILE:
      Phrase(
        cs: "je otevřeno příliš mnoho souborů", en: "too many files are open")
    case ENOMEM: Phrase(cs: "nestačí paměť", en: "there is not enough memory")
    case EINVAL: Phrase(cs: "systém takové jméno nedovoluje", en: "the system allows no such name")
    case EIO: Phrase(cs: "disk hlásí chybu", en: "the disk reports an error")
    default: Phrase(cs: "chyba systému č. \(code)", en: "system error no. \(code)")
    }
  }
}
