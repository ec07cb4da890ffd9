/// The look of the report: system fonts, light and dark, A4 when printed.
enum ReportStyle {
  static let css = """
    :root { color-scheme: light dark; --ink: #1b1f24; --quiet: #5a6470; --line: #d5dae0; --page: #fff; --panel: #f5f7f9; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8ebee; --quiet: #a3adb8; --line: #3a424c; --page: #15191e; --panel: #1e242b; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 74rem; padding: 1.5rem; color: var(--ink); background: var(--page);
      font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    h1 { font-size: 1.9rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid var(--line); padding-bottom: .25rem; }
    h3 { font-size: 1.05rem; margin: 0; }
    p, li { max-width: 68ch; }
    .lead, .note, footer { color: var(--quiet); }
    .note, footer, caption { font-size: .875rem; }
    nav { position: sticky; top: 0; padding: .5rem 0; background: var(--page); border-bottom: 1px solid var(--line); z-index: 1; }
    nav a { display: inline-block; margin-right: .9rem; color: inherit; }
    figure { margin: 0; padding: .5rem; background: #fff; border: 1px solid var(--line); border-radius: 6px; overflow: auto; }
    figure svg { display: block; max-width: 100%; height: auto; margin: auto; }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; margin: 1rem 0; }
    .columns > div { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; }
    .columns ol { margin: .4rem 0 0; padding-left: 1.4rem; }
    .columns li .number { float: right; color: var(--quiet); }
    .columns .note { margin: 0; }
    .scroll { overflow-x: auto; margin: .8rem 0 .2rem; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--quiet); padding-bottom: .3rem; }
    th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
    th { background: var(--panel); white-space: nowrap; }
    td { overflow-wrap: break-word; max-width: 26rem; }
    td.number { text-align: right; white-space: nowrap; }
    .none { color: var(--quiet); }
    @media print {
      @page { size: A4; margin: 15mm; }
      @page wide { size: A4 landscape; margin: 12mm; }
      body { max-width: none; padding: 0; font-size: 9.5pt; color: #000; background: #fff; }
      nav { display: none; }
      .scroll { overflow: visible; }
      table { font-size: 7pt; }
      th, td { padding: .15rem .25rem; max-width: 9rem; }
      th { white-space: normal; }
      #actors, #pairs, #continuum, #regions, #flows { page: wide; }
      h2 { break-after: avoid; }
      figure, tr { break-inside: avoid; }
      figure svg { width: 100%; max-height: 165mm; }
      #regions figure svg { max-height: 130mm; }
    }

    """
}
