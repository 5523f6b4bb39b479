/// The code of the language that text in another script is most likely in; nil where its script
/// says too little. *Source:* the blocks of Unicode; letters that Russian has and Ukrainian has not.
func likelyLanguage(of text: String) -> String? {
  var isCyrillic = false
  var isHan = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x44B, 0x44D, 0x451, 0x44A, 0x42B, 0x42D, 0x401, 0x42A: return "ru"
    case 0x400...0x52F: isCyrillic = true
    case 0x370...0x3FF, 0x1F00...0x1FFF: return "el"
    case 0x530...0x58F: return "hy"
    case 0x590...0x5FF: return "he"
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: return "ar"
    case 0x900...0x97F: return "hi"
    case 0xE00...0xE7F: return "th"
    case 0x10A0...0x10FF: return "ka"
    case 0x1100...0x11FF, 0xAC00...0xD7AF: return "ko"
    case 0x3040...0x30FF: return "ja"
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: isHan = true
    default: continue
    }
  }
  return isCyrillic ? "uk" : (isHan ? "zh" : nil)
}
