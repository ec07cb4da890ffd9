/// Where each instrument is cited, in the order of the paragraphs.
extension InstrumentRegistry {
  /// The same 15 resolutions stand in preambular paragraph 8 and in paragraph 11 of the declaration.
  private static let listed = [
    "S/RES/1267", "S/RES/1373", "S/RES/1624", "S/RES/2133", "S/RES/2195", "S/RES/2199", "S/RES/2253",
    "S/RES/2322", "S/RES/2331", "S/RES/2347", "S/RES/2354", "S/RES/2368", "S/RES/2388", "S/RES/2396",
    "S/RES/2462",
  ]

  static let passages: [Passage] = [
    Passage(
      .conceptNote, "paragraph 1", "links of terrorism and organised crime",
      ["S/RES/1373", "S/RES/2195", "S/RES/2322", "S/RES/2368", "S/RES/2462", "S/PRST/2018/9"]),
    Passage(.conceptNote, "paragraph 2", "importance of the Convention", ["UNTOC"]),
    Passage(
      .conceptNote, "paragraph 2", "linked offence", ["S/RES/2331", "S/RES/2388"],
      crime: "trafficking-in-persons"),
    Passage(
      .conceptNote, "paragraph 2", "linked offence", ["S/PRST/2010/4", "S/PRST/2012/16", "S/PRST/2013/22"],
      crime: "drugs"),
    Passage(.conceptNote, "paragraph 2", "linked offence", ["S/RES/2370"], crime: "arms"),
    Passage(.conceptNote, "paragraph 3", "coordination at four levels", ["S/RES/1373"]),
    Passage(
      .conceptNote, "paragraph 4", "no benefit from crime; border security; prosecution", ["S/RES/2195"]),
    Passage(.conceptNote, "paragraph 4", "research into nature and scope of the links", ["S/2018/1177"]),
    Passage(
      .conceptNote, "paragraph 10, fifth question", "role of regional bodies (Chapter VIII)", ["UN-Charter"]),
    Passage(.conceptNote, "paragraph 10, fifth question", "role of regional bodies", ["A/RES/60/288"]),
    Passage(.declaration, "preambular paragraph 3", "four pillars", ["A/RES/60/288"]),
    Passage(
      .declaration, "preambular paragraph 4", "principles and norms",
      ["S/RES/1267", "S/RES/1373", "UN-Charter"]),
    Passage(
      .declaration, "preambular paragraph 5", "duty to prevent and suppress financing", ["S/RES/2462"],
      crime: "terrorist-financing"),
    Passage(
      .declaration, "preambular paragraph 5", "standards that States are urged to apply", ["FATF-40"],
      crime: "terrorist-financing"),
    Passage(.declaration, "preambular paragraph 7", "earlier outcome", ["dushanbe-declaration-2018"]),
    Passage(
      .declaration, "preambular paragraph 8", "full implementation in line with international law", listed),
    Passage(
      .declaration, "paragraph 8", "commitment to the standards", ["FATF-40"], crime: "terrorist-financing"),
    Passage(.declaration, "paragraph 10", "precedent for other regions", ["CA-Joint-Plan"]),
    Passage(.declaration, "paragraph 10", "implemented by the Joint Plan", ["A/RES/60/288"]),
    Passage(.declaration, "paragraph 11", "commitment to implement", listed),
    Passage(.declaration, "paragraph 14", "technical assistance", ["S/RES/2396", "S/RES/2462"]),
  ]
}
