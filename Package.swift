// swift-tools-version: 6.2
// The architecture: one line a module, arrows go downward only (README, "The house").
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: Target.Dependency..., exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies + ["SazbaTesting"], exclude: exclude,
    swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Sazba",
  products: [.executable(name: "sazba", targets: ["sazba"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype6-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .systemLibrary(name: "CLittleCMS", pkgConfig: "lcms2", providers: [.apt(["liblcms2-dev"])]),
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // The C library's own <malloc.h>, which Swift's module of it leaves out.
    .systemLibrary(name: "CMalloc"),

    module("Core", "CXXHash"),
    module("Planning", "Core"),
    module("Pictures", "Core", "CPNG", "CJPEG"),
    module("Colorimetry", "Core", "CLittleCMS"),
    module("Spreadsheets", "Core", "CZip", "CExpat", "CXlsxWriter"),
    module("Intake", "Core", "Planning", "Pictures", "Spreadsheets", "CCmark", yams),
    module("Spelling", "Core", "CHunspell"),
    module("Manuscript", "Core"),
    module("Orthography", "Core", "Manuscript"),
    module("Publications", "Core", "Planning", "Manuscript"),
    module("Style", "Core", "Manuscript", yams),
    module("Fonts", "Core", "CHarfBuzz", "CFreeType"),
    module("Typesetting", "Core", "Orthography", "Style", "Fonts"),
    module("Display", "Core"),
    module("Layout", "Core", "Manuscript", "Style", "Fonts", "Typesetting", "Display"),
    module("PDFSyntax", "Core", "CZlib", "CDeflate"),
    module("PDFExport", "Core", "Display", "Fonts", "Pictures", "Colorimetry", "PDFSyntax"),
    module(
      "Prepress", "Core", "Style", "Fonts", "Display", "Pictures", "PDFSyntax", "CNettle"),
    module(
      "Pipeline", "Core", "Planning", "Spreadsheets", "Intake", "Spelling", "Manuscript",
      "Publications", "Orthography", "Style", "Fonts", "Typesetting", "Display", "Layout",
      "Colorimetry", "PDFExport", "Prepress", "CMalloc"),
    .executableTarget(
      name: "sazba", dependencies: ["Core", "Prepress", "Pipeline", arguments],
      swiftSettings: settings),

    .target(
      name: "SazbaTesting", dependencies: ["Core"], path: "Tests/SazbaTesting",
      swiftSettings: settings),
    tests("CoreTests", "Core"),
    tests("PlanningTests", "Core", "Planning"),
    tests(
      "IntakeTests", "Core", "Planning", "Intake", "Spreadsheets",
      exclude: ["Fixtures", "Dialect", "Register", "Workbooks"]),
    tests("PicturesTests", "Core", "Pictures"),
    tests("ColorimetryTests", "Core", "Colorimetry"),
    tests("SpreadsheetsTests", "Core", "Spreadsheets", "CZip"),
    tests("SpellingTests", "Core", "Spelling"),
    tests("ManuscriptTests", "Core", "Manuscript"),
    tests("OrthographyTests", "Core", "Manuscript", "Orthography"),
    tests("PublicationsTests", "Core", "Planning", "Manuscript", "Publications", "Intake"),
    tests("StyleTests", "Core", "Manuscript", "Style", "Planning", "Intake", "Publications"),
    tests("FontsTests", "Fonts", "Core", "CHarfBuzz", "CFreeType"),
    tests("TypesettingTests", "Typesetting", "Orthography", "Fonts", "Style", "Core"),
    tests("DisplayTests", "Core", "Display"),
    tests(
      "LayoutTests", "Core", "Planning", "Intake", "Manuscript", "Publications", "Style", "Fonts",
      "Typesetting", "Display", "Layout"),
    tests("PDFSyntaxTests", "PDFSyntax", "Core"),
    tests(
      "PDFExportTests", "PDFExport", "PDFSyntax", "Pictures", "Colorimetry", "Fonts", "Display",
      "Core"),
    tests("PrepressTests", "Prepress", "PDFSyntax", "Fonts", "Core"),
    tests(
      "PipelineTests", "Core", "Intake", "Orthography", "Pipeline", "Planning", "Spreadsheets"),
    tests("CommandLineTests", exclude: ["Manual", "Hostile"]),
  ]
)

// `make fuzz` asks for the fuzzer's target, which only links with the fuzzer's own main function.
if Context.environment["SAZBA_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["Fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "SazbaTesting", "Core", "Planning", "Pictures", "Colorimetry", "Spreadsheets", "Intake",
        "Manuscript", "Publications", "Style", "PDFSyntax", "Prepress", "Pipeline",
      ],
      path: "Tests/Fuzz", swiftSettings: settings))
}
