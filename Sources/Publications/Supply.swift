import Core
import Planning

/// What a part prints and a plan may lack.
enum Supply: Sendable {
  case municipalities, groups, swots, priorities, funding
  case ages, survey, providers, services, evaluation, comments, responsibilities, approvals
  case abbreviations, glossary, citations
  case hearings, changes, facilities, actionPlans, ideas

  /// Whether a plan holds none of it.
  func isMissing(in plan: Plan) -> Bool {
    switch self {
    case .municipalities: plan.municipalities.isEmpty
    case .groups: plan.groups.isEmpty
    case .swots: plan.swots.isEmpty
    case .priorities: plan.priorities.isEmpty
    case .funding: plan.funding.isEmpty
    case .ages: plan.ages.isEmpty
    case .survey: plan.survey.isEmpty
    case .providers: plan.providers.isEmpty
    case .services: plan.services.isEmpty
    case .evaluation: plan.evaluation.isEmpty
    case .comments: plan.comments.isEmpty
    case .responsibilities: plan.responsibilities.isEmpty
    case .approvals: plan.approvals.isEmpty
    case .abbreviations: plan.abbreviations.isEmpty
    case .glossary: plan.glossary.isEmpty
    case .citations: plan.citations.isEmpty
    case .hearings: plan.hearings.isEmpty
    case .changes: plan.changes.isEmpty
    case .facilities: plan.facilities.isEmpty
    case .actionPlans: plan.actionPlans.isEmpty
    case .ideas: plan.ideas?.isEmpty ?? true
    }
  }

  /// What it is and where coordinators write it.
  var words: Phrase {
    switch self {
    case .municipalities:
      Phrase(
        cs: "obce (soubor obce.csv nebo obce.xlsx)",
        en: "municipalities (the file obce.csv or obce.xlsx)")
    case .groups:
      Phrase(cs: "skupiny (soubor skupiny.yaml)", en: "groups (the file skupiny.yaml)")
    case .swots:
      Phrase(cs: "SWOT analýza (soubor swot.yaml)", en: "SWOT analysis (the file swot.yaml)")
    case .priorities:
      Phrase(cs: "priority (soubor strategie.yaml)", en: "priorities (the file strategie.yaml)")
    case .funding:
      Phrase(
        cs: "řádky financování (soubor financovani.csv nebo financovani.xlsx)",
        en: "funding lines (the file financovani.csv or financovani.xlsx)")
    case .ages:
      Phrase(
        cs: "věkové skupiny (soubor obce_vek.csv nebo obce_vek.xlsx)",
        en: "age groups (the file obce_vek.csv or obce_vek.xlsx)")
    case .survey:
      Phrase(cs: "otázky průzkumu (klíč pruzkum)", en: "survey questions (the key pruzkum)")
    case .providers:
      Phrase(
        cs: "poskytovatelé (soubor poskytovatele.csv nebo poskytovatele.xlsx)",
        en: "providers (the file poskytovatele.csv or poskytovatele.xlsx)"
      )
    case .services:
      Phrase(
        cs: "služby (soubor sluzby.csv nebo sluzby.xlsx)",
        en: "services (the file sluzby.csv or sluzby.xlsx)")
    case .evaluation:
      Phrase(
        cs: "vyhodnocení (soubor vyhodnoceni.csv nebo vyhodnoceni.xlsx)",
        en: "evaluation (the file vyhodnoceni.csv or vyhodnoceni.xlsx)")
    case .comments:
      Phrase(
        cs: "připomínky (soubor pripominky.csv nebo pripominky.xlsx)",
        en: "comments (the file pripominky.csv or pripominky.xlsx)")
    case .responsibilities:
      Phrase(
        cs: "odpovědnosti (soubor odpovednosti.csv nebo odpovednosti.xlsx)",
        en: "responsibilities (the file odpovednosti.csv or odpovednosti.xlsx)")
    case .approvals:
      Phrase(
        cs: "schválení obcí (soubor schvaleni.csv nebo schvaleni.xlsx)",
        en: "approvals (the file schvaleni.csv or schvaleni.xlsx)")
    case .abbreviations:
      Phrase(
        cs: "zkratky (soubor zkratky.csv nebo zkratky.xlsx)",
        en: "abbreviations (the file zkratky.csv or zkratky.xlsx)")
    case .glossary:
      Phrase(cs: "pojmy (klíč pojmy)", en: "terms (the key pojmy)")
    case .citations:
      Phrase(cs: "zdroje (klíč zdroje)", en: "sources (the key zdroje)")
    case .hearings:
      Phrase(
        cs: "jednání (soubor projednani.yaml)", en: "meetings (the file projednani.yaml)")
    case .changes:
      Phrase(
        cs: "změny (soubor zmeny.csv nebo zmeny.xlsx)",
        en: "changes (the file zmeny.csv or zmeny.xlsx)")
    case .facilities:
      Phrase(
        cs: "zařízení (soubor zarizeni.csv nebo zarizeni.xlsx)",
        en: "facilities (the file zarizeni.csv or zarizeni.xlsx)")
    case .actionPlans:
      Phrase(
        cs: "akční plány (soubor akcni-plany.yaml)",
        en: "action plans (the file akcni-plany.yaml)")
    case .ideas:
      Phrase(
        cs: "projektové náměty (soubor zasobnik.yaml)",
        en: "project ideas (the file zasobnik.yaml)")
    }
  }
}
