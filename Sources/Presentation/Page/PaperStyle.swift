/// The page's style sheet: for screens from 320 px, dark mode, and print on A4.
enum PaperStyle {
  /// What stands on every printed page.
  struct Running {
    var association: String
    var status: String
    var page: String
    var ofPages: String
  }

  static func text(_ running: Running) -> String { screen + widths + dark + print(running) }

  private static let screen = """
    :root{color-scheme:light dark;--ink:#111827;--muted:#4b5563;--paper:#fff;--line:#d1d5db;--strong:#4b5563;\
    --head:#e8edf3;--group:#f3f4f6;--accent:#1f3a5f;--stamp:#b00020;--prompt:#7a4a00;--link:#1d4f91}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);\
    font:1rem/1.5 "Liberation Sans",Arial,Helvetica,sans-serif;overflow-wrap:anywhere;hyphens:auto}
    main,header.running,footer{max-width:54rem;margin:0 auto;padding:0 1rem}
    header.running{padding-top:.5rem;color:var(--muted);font-size:.9rem}
    header.running p{margin:.25rem 0}
    footer{padding-bottom:2rem}
    summary{cursor:pointer;padding:.3rem 0}
    pre{white-space:pre-wrap;hyphens:none;font-size:.85rem}
    main:focus{outline:none}
    h1,h2,h3,h4{color:var(--accent);line-height:1.25;margin:1.4em 0 .4em}
    h1{font-size:1.6rem;margin-top:.6em}
    h2{font-size:1.3rem}
    h3{font-size:1.1rem}
    h4{font-size:1rem}
    p,ul,ol{margin:.4em 0 .7em}
    ul,ol{padding-left:1.4rem}
    .lead{font-size:1.08rem}
    .note{color:var(--muted);font-size:.9rem}
    .stamp{color:var(--stamp);font-weight:bold}
    .prompt{color:var(--prompt);font-style:italic}
    .skip{position:absolute;left:-100vw;top:0;background:var(--paper);color:var(--link);padding:.5rem 1rem}
    .skip:focus{left:0}
    .table{overflow-x:auto;margin:.6em 0 1.2em}
    table{border-collapse:collapse;width:100%;border-top:1px solid var(--strong);border-bottom:1px solid var(--strong)}
    caption{text-align:left;font-weight:bold;padding:.3em 0}
    caption.hidden,.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    th,td{text-align:left;vertical-align:top;padding:.25em .5em;border-bottom:1px solid var(--line);\
    overflow-wrap:break-word;min-width:3.5em;hyphens:manual}
    thead th{background:var(--head);vertical-align:bottom}
    tr.group th{background:var(--group)}
    tr.total th,tr.total td{font-weight:bold;border-top:1px solid var(--strong)}
    tr.below-line th,tr.below-line td{border-top:3px solid var(--stamp)}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    table.compact{font-size:.88rem}
    figure{margin:1em 0 .5em;max-width:30rem}
    figure.small{max-width:24rem}
    figcaption{font-weight:bold;margin-bottom:.4em}
    svg{display:block;width:100%;height:auto}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .try{border:2px solid var(--accent);border-radius:.3rem;padding:.2rem 1rem 1rem;margin:1.5rem 0}
    .try fieldset{border:1px solid var(--line);margin:.8rem 0;padding:.5rem .8rem;min-width:0}
    .try legend{font-weight:bold;padding:0 .3rem}
    .try label{display:inline-block;margin:.2rem .8rem .2rem 0}
    .try .weight{display:flex;gap:.6rem;align-items:center;flex-wrap:wrap;margin:.3rem 0}
    .try .weight label{flex:1 1 10rem;margin:0}
    select,input,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--strong);\
    border-radius:.2rem;padding:.35rem .6rem;max-width:100%;min-height:2.75rem}
    input[type=number]{width:6.5rem}
    button{cursor:pointer;background:var(--head)}
    [hidden]{display:none!important}

    """

  /// Columns' shares of a table in twentieths, where there is room.
  private static var widths: String {
    var rules = "@media print,(min-width:40rem){\n"
    for share in 1...20 { rules += "col.w\(share){width:\(share * 5)%}" }
    return rules + "\n}\n"
  }

  private static let dark = """
    @media screen and (prefers-color-scheme:dark){
    :root{--ink:#f3f4f6;--muted:#c4c9d1;--paper:#14181f;--line:#3c4451;--strong:#9aa3b0;--head:#232b37;\
    --group:#1c222c;--accent:#a9c8f0;--stamp:#ff9aa5;--prompt:#f0c583;--link:#9cc4ff}
    svg .t{fill:#f3f4f6}
    svg .b-possible{stroke:#c4c9d1}
    svg .l-axis{stroke:#c4c9d1}
    svg .l-grid{stroke:#3c4451}
    svg .l-limit{stroke:#ff9aa5}
    svg .l-whisker{stroke:#f3f4f6}
    svg .t-on{fill:#111827}
    }

    """

  private static func print(_ running: Running) -> String {
    let left = quoted(running.association)
    let right = quoted(running.status)
    let page = quoted(running.page + " ")
    let ofPages = quoted(" " + running.ofPages + " ")
    return """
      @page{size:A4;margin:20mm 17mm 18mm;\
      @top-left{content:\(left);font:8pt "Liberation Sans",Arial,sans-serif;color:#4b5563;width:50%}\
      @top-right{content:\(right);font:bold 8pt "Liberation Sans",Arial,sans-serif;color:#4b5563;width:50%}\
      @bottom-right{content:\(page) counter(page) \(ofPages) counter(pages);\
      font:8pt "Liberation Sans",Arial,sans-serif;color:#4b5563}}
      @media print{
      body{font-size:9.6pt;line-height:1.36}
      main,footer{max-width:none;padding:0}
      header.running,.skip,.try,footer{display:none}
      h1{font-size:15pt;margin:0 0 .3em}
      h2{font-size:12pt;margin:1em 0 .25em}
      h3{font-size:10.5pt;margin:.8em 0 .2em}
      h4{font-size:9.8pt;margin:.7em 0 .15em}
      h1,h2,h3,h4{break-after:avoid}
      #sida-1 h2{font-size:10.5pt;margin:.7em 0 .15em}
      .lead{font-size:10.2pt}
      .note{font-size:8.6pt}
      p,ul,ol{margin:.25em 0 .5em}
      .new-page{break-before:page;margin-top:0}
      .table{overflow:visible;margin:.4em 0 .8em}
      table{font-size:8.8pt}
      table.compact{font-size:8pt}
      th,td{min-width:0;padding:.16em .4em}
      tr,figure{break-inside:avoid}
      thead{display:table-header-group}
      figure{max-width:11cm;margin:.5em 0 .3em}
      figure.small{max-width:6.6cm}
      a{color:inherit;text-decoration:none}
      }

      """
  }

  /// A CSS string. Everything but letters, digits and spaces goes as its code, so that no text ends the string or
  /// the style element.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in oneLine(text, limit: 120).unicodeScalars {
      let isPlain =
        scalar == " " || (scalar.value >= 0x30 && scalar.value <= 0x39)
        || (scalar.value >= 0x41 && scalar.value <= 0x5A) || (scalar.value >= 0x61 && scalar.value <= 0x7A)
      result += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return result + "\""
  }
}
