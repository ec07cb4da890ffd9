/// The register itself: facts read from the two documents and put in our own words.
///
/// The data set `datasets/instruments` is written from here (`nexus instruments --write FOLDER`).
extension InstrumentRegistry {
  /// The two documents, then what they cite in the order of symbols and kinds, then what was added.
  static let entries: [Instrument] = [
    Instrument(
      "concept-note-2019", "Concept note for the Security Council open debate of 9 July 2019", .conceptNote,
      2019, .document, note: "annexed to a letter of Peru of 27 June 2019; cites and is not cited"),
    Instrument(
      "dushanbe-declaration-2019", "Dushanbe Declaration of 16-17 May 2019", .declaration, 2019, .document,
      crimes: ["drugs", "terrorist-financing"],
      note:
        "annexed to a letter of Tajikistan of 21 May 2019 (General Assembly session 73, item 111); cites and is not cited"
    ),
    Instrument(
      "S/RES/1267", "Sanctions regime on the Taliban and Al-Qaida", .resolution, 1999, .knowledge,
      citedFor: ["principles and norms", "full implementation"], crimes: ["terrorist-financing"],
      topics: ["sanctions"]),
    Instrument(
      "S/RES/1373", "Counter-terrorism duties of States, with a duty to criminalise its financing",
      .resolution, 2001, .knowledge,
      citedFor: [
        "links of terrorism and organised crime", "coordination at all levels", "principles and norms",
        "full implementation",
      ], crimes: ["terrorist-financing", "drugs", "money-laundering", "arms"], topics: ["general-nexus"],
      note: "the crimes are those its text links with terrorism: knowledge"),
    Instrument(
      "S/RES/1624", "Incitement to terrorism", .resolution, 2005, .knowledge,
      citedFor: ["full implementation"], crimes: ["incitement"]),
    Instrument(
      "S/RES/2133", "Kidnapping for ransom by terrorists", .resolution, 2014, .knowledge,
      citedFor: ["full implementation"], crimes: ["kidnap-for-ransom", "terrorist-financing"]),
    Instrument(
      "S/RES/2195", "Terrorism and cross-border crime", .resolution, 2014, .verified,
      citedFor: [
        "links of terrorism and organised crime", "no benefit from crime", "border security", "prosecution",
        "full implementation",
      ],
      crimes: [
        "arms", "trafficking-in-persons", "drugs", "cultural-property", "natural-resources",
        "kidnap-for-ransom", "extortion", "robbery",
      ], topics: ["general-nexus", "borders"], note: "United Nations press release SC/11717"),
    Instrument(
      "S/RES/2199", "Financing of ISIL and Al-Nusra: oil, antiquities, ransom, donations", .resolution, 2015,
      .knowledge, citedFor: ["full implementation"],
      crimes: ["natural-resources", "cultural-property", "kidnap-for-ransom", "terrorist-financing"]),
    Instrument(
      "S/RES/2253", "ISIL (Da'esh) and Al-Qaida sanctions; financing of terrorism", .resolution, 2015,
      .knowledge, citedFor: ["full implementation"], crimes: ["terrorist-financing"], topics: ["sanctions"]),
    Instrument(
      "S/RES/2322", "Judicial and law-enforcement cooperation against terrorism", .resolution, 2016,
      .knowledge, citedFor: ["links of terrorism and organised crime", "full implementation"],
      topics: ["cooperation"]),
    Instrument(
      "S/RES/2331", "Trafficking in persons in conflict and by terrorists", .resolution, 2016, .knowledge,
      citedFor: ["trafficking in persons", "full implementation"], crimes: ["trafficking-in-persons"],
      note: "the concept note cites it for this crime: document"),
    Instrument(
      "S/RES/2347", "Protection of cultural heritage in armed conflict", .resolution, 2017, .knowledge,
      citedFor: ["full implementation"], crimes: ["cultural-property"],
      note: "the concept note names cultural property (paragraph 2) without citing an instrument"),
    Instrument(
      "S/RES/2354", "Countering terrorist narratives", .resolution, 2017, .knowledge,
      citedFor: ["full implementation"], crimes: ["incitement", "propaganda"]),
    Instrument(
      "S/RES/2368", "ISIL and Al-Qaida sanctions, renewed", .resolution, 2017, .knowledge,
      citedFor: ["links of terrorism and organised crime", "full implementation"],
      crimes: ["terrorist-financing"], topics: ["sanctions"],
      note: "that sanctions listings rest on it: verified (press.un.org)"),
    Instrument(
      "S/RES/2370", "Keeping weapons from terrorists", .resolution, 2017, .knowledge,
      citedFor: ["trafficking in small arms and light weapons"], crimes: ["arms"],
      note: "absent from both lists of the declaration; the concept note cites it for this crime: document"),
    Instrument(
      "S/RES/2388", "Trafficking in persons in armed conflict", .resolution, 2017, .knowledge,
      citedFor: ["trafficking in persons", "full implementation"], crimes: ["trafficking-in-persons"],
      note: "the concept note cites it for this crime: document"),
    Instrument(
      "S/RES/2396", "Returning and relocating foreign terrorist fighters; passenger data", .resolution, 2017,
      .knowledge, citedFor: ["full implementation", "technical assistance"], crimes: ["travel"],
      topics: ["borders"], note: "that it concerns foreign terrorist fighters: verified (webtv.un.org)"),
    Instrument(
      "S/RES/2462", "Countering the financing of terrorism", .resolution, 2019, .knowledge,
      citedFor: [
        "links of terrorism and organised crime", "duty to prevent financing, FATF standards",
        "full implementation", "technical assistance",
      ], crimes: ["terrorist-financing"],
      note: "the duties recalled in preambular paragraph 5 of the declaration: document"),
    Instrument(
      "S/PRST/2010/4", "Drug trafficking and transnational crime as a growing concern",
      .presidentialStatement, 2010, .verified, citedFor: ["drug trafficking"], crimes: ["drugs"],
      note: "securitycouncilreport.org"),
    Instrument(
      "S/PRST/2012/16", "Illicit cross-border trafficking and movement", .presidentialStatement, 2012,
      .verified, citedFor: ["drug trafficking"], crimes: ["drugs"], topics: ["borders"],
      note: "25 April 2012; broader than drugs, though cited for them"),
    Instrument(
      "S/PRST/2013/22", "Drug trafficking in West Africa and the Sahel", .presidentialStatement, 2013,
      .verified, citedFor: ["drug trafficking"], crimes: ["drugs"],
      note: "18 December 2013; United Nations press release SC/11224"),
    Instrument(
      "S/PRST/2018/9", "Denying terrorists the benefits of transnational organised crime",
      .presidentialStatement, 2018, .verified, citedFor: ["links of terrorism and organised crime"],
      topics: ["general-nexus"],
      note: "United Nations press release SC/13325; its date, 8 May 2018: knowledge"),
    Instrument(
      "S/2018/1177", "Addendum to the 2015 Madrid Guiding Principles on foreign terrorist fighters",
      .document, 2018, .verified, citedFor: ["research into nature and scope of the links"],
      crimes: ["travel"], topics: ["research"],
      note: "cited with its annex; adopted by the Counter-Terrorism Committee in December 2018"),
    Instrument(
      "UNTOC", "United Nations Convention against Transnational Organized Crime and its Protocols", .treaty,
      2000, .knowledge, citedFor: ["importance of the Convention"],
      crimes: ["trafficking-in-persons", "migrant-smuggling", "arms"], topics: ["general-nexus"],
      note:
        "subjects of the Protocols (persons, migrants, firearms): knowledge; the year: verified (text of S/RES/2482)"
    ),
    Instrument(
      "UN-Charter", "Charter of the United Nations", .treaty, 1945, .knowledge,
      citedFor: ["regional arrangements (Chapter VIII)", "principles and norms"], topics: ["cooperation"],
      note: "the declaration names the Charter without a chapter"),
    Instrument(
      "A/RES/60/288", "United Nations Global Counter-Terrorism Strategy", .strategy, 2006, .knowledge,
      citedFor: ["role of regional bodies", "four pillars", "regional implementation"], topics: ["policy"],
      note: "both documents name the Strategy; its symbol and year: knowledge"),
    Instrument(
      "FATF-40", "FATF 40 Recommendations and Interpretive Notes", .standard, 2012, .knowledge,
      citedFor: ["standards on money-laundering and the financing of terrorism and of proliferation"],
      crimes: ["terrorist-financing", "money-laundering"],
      note: "year of the revised edition: knowledge; what it is cited for: document"),
    Instrument(
      "dushanbe-declaration-2018",
      "Dushanbe Declaration of May 2018 on countering terrorism and preventing violent extremism",
      .declaration, 2018, .document, citedFor: ["recalled as the earlier outcome"], topics: ["policy"]),
    Instrument(
      "CA-Joint-Plan",
      "Joint Plan of Action for the implementation of the Global Counter-Terrorism Strategy in Central Asia",
      .plan, nil, .document, citedFor: ["precedent for other regions"], topics: ["policy"],
      note: "supported by UNRCCA and UNOCT"),
    Instrument(
      "S/RES/2482", "Links between international terrorism and organised crime", .resolution, 2019, .verified,
      crimes: [
        "arms", "drugs", "cultural-property", "trafficking-in-persons", "natural-resources",
        "kidnap-for-ransom", "extortion",
      ], topics: ["general-nexus", "borders"],
      note:
        "adopted 19 July 2019, outcome of the debate that the concept note prepared; unscr.com and press release SC/13893; cited by neither document"
    ),
  ]
}
