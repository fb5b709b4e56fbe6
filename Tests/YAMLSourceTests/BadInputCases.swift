import Diagnostics

extension BadInputTests {
  static let all: [BadInput] = [
    BadInput(
      "a tab as indentation", "a:\n1️⃣\t2️⃣b: c\n", "Y024",
      "tabb där mellanslag väntades",
      "a tab where spaces were expected",
      hints: [
        Text(
          "YAML drar in med mellanslag. Byt tabben mot mellanslag, två för varje nivå.",
          "YAML indents with spaces. Replace the tab by spaces, two for each level.")
      ]),
    BadInput(
      "a tab after a dash", "-1️⃣\t2️⃣a\n", "Y024",
      "tabb där mellanslag väntades",
      "a tab where spaces were expected",
      hints: [
        Text(
          "YAML drar in med mellanslag. Byt tabben mot mellanslag, två för varje nivå.",
          "YAML indents with spaces. Replace the tab by spaces, two for each level.")
      ]),
    BadInput(
      "a tab before a block's text", "a: |\n1️⃣\t2️⃣x\n", "Y024",
      "tabb där mellanslag väntades",
      "a tab where spaces were expected",
      hints: [
        Text(
          "YAML drar in med mellanslag. Byt tabben mot mellanslag, två för varje nivå.",
          "YAML indents with spaces. Replace the tab by spaces, two for each level.")
      ]),
    BadInput(
      "a second colon on a line", "titel: Så här1️⃣:2️⃣ en rubrik\n", "Y022",
      "ett kolon till på samma rad",
      "a second colon on the same line",
      hints: [
        Text(
          "Kolon och mellanslag inne i ett värde läses som en ny nyckel.",
          "A colon and a space inside a value are read as a new key."),
        Text(
          "Sätt citattecken runt hela värdet: `titel: \"Så här: en rubrik\"`.",
          "Put quotes around the whole value: `titel: \"Så här: en rubrik\"`."),
      ]),
    BadInput(
      "a colon in a continued text", "a: text som\n  löper vidare så1️⃣:2️⃣ här\n", "Y022",
      "ett kolon i en text på flera rader",
      "a colon in a text of several lines",
      hints: [
        Text(
          "Kolon och mellanslag inne i ett värde läses som en ny nyckel.",
          "A colon and a space inside a value are read as a new key."),
        Text(
          "Skriv `|` efter nyckeln och texten på raderna under, eller sätt citattecken runt hela texten.",
          "Write `|` after the key and the text on the lines below, or put quotes around the whole text."),
      ]),
    BadInput(
      "a key below a value", "a: 1\n  1️⃣b2️⃣: 2\n", "Y023",
      "nyckeln passar inte in här",
      "the key does not fit here",
      hints: [
        Text(
          "Raden är längre indragen än raden ovanför, som redan har ett värde. Dra in nycklar som hör ihop lika långt, eller ta bort värdet ovanför.",
          "The line is indented further than the line above, which already has a value. Indent keys that belong together equally, or remove the value above."
        )
      ]),
    BadInput(
      "a key below a text in quotes", "a: \"x\"\n  1️⃣b: 32️⃣\n", "Y023",
      "raden passar inte in i indragningen",
      "the line does not fit the indentation",
      hints: [
        Text(
          "Det som hör ihop ska börja i samma kolumn, och det som hör till raden ovanför ska vara mer indraget än den.",
          "What belongs together begins in the same column, and what belongs to the line above is indented further."
        )
      ], related: "1:1–1:2 gruppen börjar här"),
    BadInput(
      "no space after a colon", "nyckel1️⃣:2️⃣värde\nannan: x\n", "Y026",
      "mellanslag saknas efter kolonet",
      "a space is missing after the colon",
      hints: [
        Text(
          "Skriv `nyckel: värde`.",
          "Write `nyckel: värde`.")
      ]),
    BadInput(
      "no space after the last colon", "annan: x\nnyckel1️⃣:2️⃣värde\n", "Y026",
      "mellanslag saknas efter kolonet",
      "a space is missing after the colon",
      hints: [
        Text(
          "Skriv `nyckel: värde`.",
          "Write `nyckel: värde`.")
      ]),
    BadInput(
      "no space after a colon in braces", "a: {b1️⃣:2️⃣[c]}\n", "Y026",
      "mellanslag saknas efter kolonet",
      "a space is missing after the colon",
      hints: [
        Text(
          "Inom `{…}` och `[…]` skrivs `nyckel: värde` med mellanslag. Är kolonet en del av en text, sätt citattecken runt den.",
          "Inside `{…}` and `[…]` write `key: value` with a space. If the colon is part of a text, put quotes around it."
        )
      ]),
    BadInput(
      "no colon at all", "a: 1\n1️⃣bara ord2️⃣\nb: 2\n", "Y026",
      "kolon saknas efter `bara ord`",
      "a colon is missing after `bara ord`",
      hints: [
        Text(
          "En rad är `nyckel: värde` eller `- punkt`. Fortsätter raden texten ovanför ska den vara mer indragen.",
          "A line is `key: value` or `- item`. If the line continues the text above, indent it further.")
      ]),
    BadInput(
      "text before the first key", "1️⃣bara text2️⃣\n\nnyckel: 1\n", "Y026",
      "kolon saknas efter `bara text`",
      "a colon is missing after `bara text`",
      hints: [
        Text(
          "En rad är `nyckel: värde` eller `- punkt`. Fortsätter raden texten ovanför ska den vara mer indragen.",
          "A line is `key: value` or `- item`. If the line continues the text above, indent it further.")
      ]),
    BadInput(
      "a no-break space after a colon", "a1️⃣:2️⃣\u{A0}b\nc: d\n", "Y026",
      "mellanslag saknas efter kolonet",
      "a space is missing after the colon",
      hints: [
        Text(
          "Skriv `a: b`.",
          "Write `a: b`."),
        Text(
          "På rad 1 står ett hårt mellanslag (U+00A0), som ser ut som ett vanligt men inte räknas som ett. Skriv om det.",
          "On line 1 there is a no-break space (U+00A0), which looks like a space but does not count as one. Retype it."
        ),
      ]),
    BadInput(
      "a quote that is never closed", "a: 1️⃣\"2️⃣x\nb: y\n", "Y020",
      "citattecknet `\"` stängs aldrig",
      "the quote `\"` is never closed",
      hints: [
        Text(
          "Sätt ett `\"` där texten slutar. Hör citattecknet till texten, sätt den andra sortens citattecken runt hela värdet.",
          "Put a `\"` where the text ends. If the quote belongs to the text, put the other kind of quotes around the whole value."
        )
      ]),
    BadInput(
      "a quote closed lines later", "a: 1️⃣\"2️⃣x\nb: \"y\"\nc: z\n", "Y020",
      "citattecknet `\"` stängs aldrig",
      "the quote `\"` is never closed",
      hints: [
        Text(
          "Sätt ett `\"` där texten slutar. Hör citattecknet till texten, sätt den andra sortens citattecken runt hela värdet.",
          "Put a `\"` where the text ends. If the quote belongs to the text, put the other kind of quotes around the whole value."
        )
      ], related: "2:4–2:5 först här står nästa citattecken"),
    BadInput(
      "a single quote never closed", "a: 1️⃣'2️⃣x\n", "Y020",
      "citattecknet `'` stängs aldrig",
      "the quote `'` is never closed",
      hints: [
        Text(
          "Sätt ett `'` där texten slutar. Hör citattecknet till texten, sätt den andra sortens citattecken runt hela värdet.",
          "Put a `'` where the text ends. If the quote belongs to the text, put the other kind of quotes around the whole value."
        )
      ]),
    BadInput(
      "an expression that lost its quotes", "if: \"ja\" 1️⃣= x2️⃣\n", "Y021",
      "efter citattecknet står `= x`",
      "`= x` stands after the closing quote",
      hints: [
        Text(
          "Värdet börjar med ett citattecken och tar därför slut vid nästa.",
          "The value begins with a quote and therefore ends at the next one."),
        Text(
          "Sätt citattecken runt hela värdet: `if: '\"ja\" = x'`.",
          "Put quotes around the whole value: `if: '\"ja\" = x'`."),
      ]),
    BadInput(
      "an expression that lost its quotes, with a comment", "- if: \"ja\" 1️⃣= x2️⃣ # så\n", "Y021",
      "efter citattecknet står `= x`",
      "`= x` stands after the closing quote",
      hints: [
        Text(
          "Värdet börjar med ett citattecken och tar därför slut vid nästa.",
          "The value begins with a quote and therefore ends at the next one."),
        Text(
          "Sätt citattecken runt hela värdet: `- if: '\"ja\" = x'`.",
          "Put quotes around the whole value: `- if: '\"ja\" = x'`."),
      ]),
    BadInput(
      "an apostrophe in single quotes", "a: 'it'1️⃣s so'2️⃣\n", "Y021",
      "efter citattecknet står `s so'`",
      "`s so'` stands after the closing quote",
      hints: [
        Text(
          "Värdet börjar med ett citattecken och tar därför slut vid nästa.",
          "The value begins with a quote and therefore ends at the next one."),
        Text(
          "Sätt citattecken runt hela värdet: `a: \"it's so\"`.",
          "Put quotes around the whole value: `a: \"it's so\"`."),
      ]),
    BadInput(
      "text after a quote in a list", "x: [\"ja\" 1️⃣= x, b]2️⃣\n", "Y021",
      "efter citattecknet står `= x, b]`",
      "`= x, b]` stands after the closing quote",
      hints: [
        Text(
          "Värdet börjar med ett citattecken och tar därför slut vid nästa.",
          "The value begins with a quote and therefore ends at the next one.")
      ]),
    BadInput(
      "an expression that begins as a list", "- if: [a] 1️⃣= b2️⃣\n", "Y021",
      "efter den avslutande parentesen står `= b`",
      "`= b` stands after the closing bracket",
      hints: [
        Text(
          "Värdet börjar med `[` och läses därför som en lista.",
          "The value begins with `[` and is therefore read as a list."),
        Text(
          "Sätt citattecken runt hela värdet: `- if: \"[a] = b\"`.",
          "Put quotes around the whole value: `- if: \"[a] = b\"`."),
      ]),
    BadInput(
      "an expression that begins as a group", "if: {a: b}1️⃣.a = 12️⃣\n", "Y021",
      "efter den avslutande parentesen står `.a = 1`",
      "`.a = 1` stands after the closing bracket",
      hints: [
        Text(
          "Värdet börjar med `{` och läses därför som en grupp.",
          "The value begins with `{` and is therefore read as a group."),
        Text(
          "Sätt citattecken runt hela värdet: `if: \"{a: b}.a = 1\"`.",
          "Put quotes around the whole value: `if: \"{a: b}.a = 1\"`."),
      ]),
    BadInput(
      "a value that begins with @", "if: 1️⃣@2️⃣\"2026-01-01\"\n", "Y025",
      "ett värde kan inte börja med `@`",
      "a value cannot begin with `@`",
      hints: [
        Text(
          "Sätt citattecken runt hela värdet: `if: '@\"2026-01-01\"'`.",
          "Put quotes around the whole value: `if: '@\"2026-01-01\"'`.")
      ]),
    BadInput(
      "a value that begins with a question mark", "a: 1️⃣?2️⃣ b\n", "Y025",
      "ett värde kan inte börja med `?` och mellanslag",
      "a value cannot begin with `?` and a space",
      hints: [
        Text(
          "Sätt citattecken runt hela värdet: `a: \"? b\"`.",
          "Put quotes around the whole value: `a: \"? b\"`.")
      ]),
    BadInput(
      "a value that begins with an asterisk", "a: 1️⃣*2️⃣*viktigt**\n", "Y030",
      "ett värde som börjar med `*` är en hänvisning",
      "a value that begins with `*` is a reference",
      hints: [
        Text(
          "Sätt citattecken runt hela värdet: `a: \"**viktigt**\"`.",
          "Put quotes around the whole value: `a: \"**viktigt**\"`."),
        Text(
          "Namn på hänvisningar består av a–z, siffror, `-` och `_`.",
          "Names of references consist of a–z, digits, `-` and `_`."),
      ]),
    BadInput(
      "an anchor with å", "a: 1️⃣&2️⃣mål x\n", "Y030",
      "ett värde som börjar med `&` är en hänvisning",
      "a value that begins with `&` is a reference",
      hints: [
        Text(
          "Sätt citattecken runt hela värdet: `a: \"&mål x\"`.",
          "Put quotes around the whole value: `a: \"&mål x\"`."),
        Text(
          "Namn på hänvisningar består av a–z, siffror, `-` och `_`.",
          "Names of references consist of a–z, digits, `-` and `_`."),
      ]),
    BadInput(
      "a value that begins with >", "a: 1️⃣> 52️⃣\n", "Y031",
      "efter `>` väntades en ny rad",
      "a new line was expected after `>`",
      hints: [
        Text(
          "`>` först i ett värde betyder att texten står på raderna under.",
          "`>` first in a value means that the text stands on the lines below."),
        Text(
          "Sätt citattecken runt hela värdet: `a: \"> 5\"`.",
          "Put quotes around the whole value: `a: \"> 5\"`."),
      ]),
    BadInput(
      "a Windows path in double quotes", "a: \"C:1️⃣\\d2️⃣okument\"\n", "Y028",
      "`\\d` betyder ingenting inom dubbla citattecken",
      "`\\d` means nothing inside double quotes",
      hints: [
        Text(
          "Skriv `\\\\` för ett omvänt snedstreck, eller sätt enkla citattecken runt texten.",
          "Write `\\\\` for a backslash, or put single quotes around the text.")
      ]),
    BadInput(
      "a lone surrogate", "a: \"1️⃣\\ud8002️⃣\"\n", "Y029",
      "`\\ud800` är inget tecken",
      "`\\ud800` is no character",
      hints: [
        Text(
          "Skriv tecknet som det är: filen är UTF-8. Hör snedstrecket till texten, skriv `\\\\`.",
          "Write the character as it is: the file is UTF-8. If the backslash belongs to the text, write `\\\\`."
        )
      ]),
    BadInput(
      "an escape without digits", "a: \"1️⃣\\x2️⃣g\"\n", "Y029",
      "`\\x` är inget tecken",
      "`\\x` is no character",
      hints: [
        Text(
          "Skriv tecknet som det är: filen är UTF-8. Hör snedstrecket till texten, skriv `\\\\`.",
          "Write the character as it is: the file is UTF-8. If the backslash belongs to the text, write `\\\\`."
        )
      ]),
    BadInput(
      "a bracket that opens nothing", "a: 1️⃣]2️⃣\n", "Y032",
      "ett värde väntades, men här står `]`",
      "a value was expected, but here is `]`",
      hints: [
        Text(
          "Kontrollera att varje `[` och `{` har sitt `]` och `}`. Hör tecknet till texten, sätt citattecken runt hela värdet.",
          "Check that every `[` and `{` has its `]` and `}`. If the character belongs to the text, put quotes around the whole value."
        )
      ]),
    BadInput(
      "a list that is not closed", "a: [b\nc1️⃣:2️⃣ d\n", "Y027",
      "`,` eller `]` väntades",
      "`,` or `]` was expected",
      hints: [
        Text(
          "Sätt komma mellan delarna och `]` efter den sista. Hör parentesen till texten, sätt citattecken runt hela värdet.",
          "Put commas between the parts and `]` after the last. If the bracket belongs to the text, put quotes around the whole value."
        )
      ], related: "1:4–1:5 här står `[`"),
    BadInput(
      "a group that is not closed", "a: {b: c\n1️⃣2️⃣", "Y027",
      "`,` eller `}` väntades",
      "`,` or `}` was expected",
      hints: [
        Text(
          "Sätt komma mellan delarna och `}` efter den sista. Hör parentesen till texten, sätt citattecken runt hela värdet.",
          "Put commas between the parts and `}` after the last. If the bracket belongs to the text, put quotes around the whole value."
        )
      ], related: "1:4–1:5 här står `{`"),
    BadInput(
      "a list on the line of its key", "a: 1️⃣- b2️⃣\n", "Y023",
      "en lista kan inte börja på samma rad som nyckeln",
      "a list cannot begin on the line of its key",
      hints: [
        Text(
          "Börja listan på nästa rad. Hör strecket till texten, sätt citattecken runt hela värdet.",
          "Begin the list on the next line. If the dash belongs to the text, put quotes around the whole value."
        )
      ]),
    BadInput(
      "a line between two levels", "a:\n    b: 1\n  1️⃣c: 22️⃣\n", "Y023",
      "raden passar inte in i indragningen",
      "the line does not fit the indentation",
      hints: [
        Text(
          "Det som hör ihop ska börja i samma kolumn, och det som hör till raden ovanför ska vara mer indraget än den.",
          "What belongs together begins in the same column, and what belongs to the line above is indented further."
        )
      ], related: "1:1–1:2 gruppen börjar här"),
    BadInput(
      "a key in a list", "- a\n1️⃣b: c2️⃣\n", "Y023",
      "en listpunkt `- ` väntades här",
      "a list item `- ` was expected here",
      hints: [
        Text(
          "Det som hör ihop ska börja i samma kolumn, och det som hör till raden ovanför ska vara mer indraget än den.",
          "What belongs together begins in the same column, and what belongs to the line above is indented further."
        )
      ], related: "1:1–1:2 listan börjar här"),
    BadInput(
      "an item among keys", "a: 1\n1️⃣- b2️⃣\n", "Y023",
      "en listpunkt `- ` står där en nyckel väntades",
      "a list item `- ` stands where a key was expected",
      hints: [
        Text(
          "Det som hör ihop ska börja i samma kolumn, och det som hör till raden ovanför ska vara mer indraget än den.",
          "What belongs together begins in the same column, and what belongs to the line above is indented further."
        )
      ], related: "1:1–1:2 gruppen börjar här"),
    BadInput(
      "a first line that is indented", "  a: 1\n1️⃣b: 22️⃣\n", "Y023",
      "raden passar inte in i indragningen",
      "the line does not fit the indentation",
      hints: [
        Text(
          "Det som hör ihop ska börja i samma kolumn, och det som hör till raden ovanför ska vara mer indraget än den.",
          "What belongs together begins in the same column, and what belongs to the line above is indented further."
        )
      ]),
    BadInput(
      "no key before a colon", "1️⃣:2️⃣ b\n", "Y011",
      "nyckeln saknas före kolonet",
      "the key before the colon is missing",
      hints: [
        Text(
          "Skriv `nyckel: värde`. Är kolonet en del av en text, sätt citattecken runt texten.",
          "Write `key: value`. If the colon is part of a text, put quotes around the text.")
      ]),
    BadInput(
      "an unknown tag", "a: 1️⃣!viktigt2️⃣ x\n", "Y008",
      "okänd tagg `!viktigt`",
      "unknown tag `!viktigt`",
      hints: [
        Text(
          "Den enda taggen är `!ej-tillämpligt \"skäl\"`. Ska utropstecknet höra till texten, sätt citattecken runt hela värdet.",
          "The only tag is `!ej-tillämpligt \"reason\"`. If the exclamation mark belongs to the text, put quotes around the whole value."
        )
      ]),
    BadInput(
      "the tag misspelt", "a: 1️⃣!ej-tillämplig2️⃣ x\n", "Y008",
      "okänd tagg `!ej-tillämplig`",
      "unknown tag `!ej-tillämplig`",
      hints: [
        Text(
          "Menade du `!ej-tillämpligt`?",
          "Did you mean `!ej-tillämpligt`?"),
        Text(
          "Den enda taggen är `!ej-tillämpligt \"skäl\"`. Ska utropstecknet höra till texten, sätt citattecken runt hela värdet.",
          "The only tag is `!ej-tillämpligt \"reason\"`. If the exclamation mark belongs to the text, put quotes around the whole value."
        ),
      ]),
    BadInput(
      "a tag of YAML's", "a: 1️⃣!!str2️⃣ x\n", "Y008",
      "okänd tagg `!!str`",
      "unknown tag `!!str`",
      hints: [
        Text(
          "Den enda taggen är `!ej-tillämpligt \"skäl\"`. Ska utropstecknet höra till texten, sätt citattecken runt hela värdet.",
          "The only tag is `!ej-tillämpligt \"reason\"`. If the exclamation mark belongs to the text, put quotes around the whole value."
        )
      ]),
    BadInput(
      "a tag with a handle", "a: 1️⃣!ja!nej2️⃣ x\n", "Y008",
      "okänd tagg `!ja!nej`",
      "unknown tag `!ja!nej`",
      hints: [
        Text(
          "Den enda taggen är `!ej-tillämpligt \"skäl\"`. Ska utropstecknet höra till texten, sätt citattecken runt hela värdet.",
          "The only tag is `!ej-tillämpligt \"reason\"`. If the exclamation mark belongs to the text, put quotes around the whole value."
        ),
        Text(
          "Med citattecken: `a: \"!ja!nej x\"`.",
          "With quotes: `a: \"!ja!nej x\"`."),
      ]),
    BadInput(
      "no space after the tag", "a: [1️⃣!ej-tillämpligt2️⃣]\n", "Y034",
      "mellanslag saknas efter `!ej-tillämpligt`",
      "a space is missing after `!ej-tillämpligt`",
      hints: [
        Text(
          "Skriv `!ej-tillämpligt \"skäl\"`.",
          "Write `!ej-tillämpligt \"reason\"`.")
      ]),
    BadInput(
      "the tag before a list", "a: 1️⃣!ej-tillämpligt2️⃣ [x]\n", "Y019",
      "efter `!ej-tillämpligt` ska ett skäl stå, inte en lista eller en grupp",
      "`!ej-tillämpligt` is followed by a reason, not by a list or a group",
      hints: [
        Text(
          "Skriv `!ej-tillämpligt \"skälet i en mening\"`.",
          "Write `!ej-tillämpligt \"the reason in a sentence\"`.")
      ]),
    BadInput(
      "the tag before a key", "1️⃣!ej-tillämpligt2️⃣ a: b\n", "Y019",
      "`!ej-tillämpligt` står före en nyckel",
      "`!ej-tillämpligt` stands before a key",
      hints: [
        Text(
          "Skriv den efter kolonet: `nyckel: !ej-tillämpligt \"skäl\"`.",
          "Write it after the colon: `key: !ej-tillämpligt \"reason\"`.")
      ]),
    BadInput(
      "a %TAG line", "1️⃣%TAG ! x\n---2️⃣\na: b\n", "Y018",
      "`%TAG` kan inte användas",
      "`%TAG` is not supported",
      hints: [
        Text(
          "Ta bort raden.",
          "Remove the line.")
      ]),
    BadInput(
      "an unknown line with %", "1️⃣%FOO2️⃣\n---\na: b\n", "Y018",
      "en rad som börjar med `%` kan inte användas",
      "a line that begins with `%` is not supported",
      hints: [
        Text(
          "Ta bort raden. Hör procenttecknet till en text, sätt citattecken runt texten.",
          "Remove the line. If the percent sign belongs to a text, put quotes around the text.")
      ]),
    BadInput(
      "a list as key", "1️⃣[a]2️⃣: b\n", "Y010",
      "nyckeln är en lista eller en grupp, inte en text",
      "the key is a list or a group, not a text",
      hints: [
        Text(
          "En nyckel är ett ord följt av kolon. Är raden ett värde som börjar med `[` eller `{`, sätt citattecken runt det.",
          "A key is a word followed by a colon. If the line is a value that begins with `[` or `{`, put quotes around it."
        )
      ]),
    BadInput(
      "merging", "a: &x {b: c}\n1️⃣<<2️⃣: *x\n", "Y009",
      "sammanslagning med `<<` kan inte användas",
      "merging with `<<` is not supported",
      hints: [
        Text(
          "Skriv ut nycklarna här, så syns det vad som gäller.",
          "Write the keys out here, so that it can be seen what applies.")
      ]),
    BadInput(
      "an alias to nothing", "mål: &namn x\nb: 1️⃣*nman2️⃣\n", "Y015",
      "`*nman` hänvisar till något som inte finns",
      "`*nman` refers to something that does not exist",
      hints: [
        Text(
          "Menade du `*namn`?",
          "Did you mean `*namn`?"),
        Text(
          "Hänvisningen måste stå efter det som den hänvisar till (`&nman`). Ska stjärnan höra till texten, sätt citattecken runt hela värdet.",
          "A reference must stand after what it refers to (`&nman`). If the asterisk belongs to the text, put quotes around the whole value."
        ),
      ]),
    BadInput(
      "an alias inside itself", "a: &x [1️⃣*x2️⃣]\n", "Y016",
      "`*x` hänvisar till det som den själv står i",
      "`*x` refers to what it stands in",
      hints: [
        Text(
          "Skriv ut värdet i stället.",
          "Write the value out instead.")
      ]),
    BadInput(
      "two documents", "a: b\n1️⃣---2️⃣\nc: d\n", "Y006",
      "här börjar ett andra dokument",
      "a second document begins here",
      hints: [
        Text(
          "En fil är ett dokument. Lägg resten i en egen fil, eller ta bort raden `---`.",
          "A file is one document. Put the rest in a file of its own, or remove the line `---`.")
      ]),
    BadInput(
      "an empty file", "1️⃣2️⃣", "Y005",
      "filen är tom",
      "the file is empty",
      hints: [
        Text(
          "Filen ska ha minst en rad `schema: beredning/…`. `beredning new` skriver ett skelett.",
          "The file needs at least a line `schema: beredning/…`. `beredning new` writes a skeleton.")
      ]),
    BadInput(
      "only comments", "1️⃣2️⃣# tomt\n", "Y005",
      "filen är tom",
      "the file is empty",
      hints: [
        Text(
          "Filen ska ha minst en rad `schema: beredning/…`. `beredning new` skriver ett skelett.",
          "The file needs at least a line `schema: beredning/…`. `beredning new` writes a skeleton.")
      ]),
    BadInput(
      "a duplicate key", "namn: a\n1️⃣namn2️⃣: b\n", "Y007",
      "nyckeln `namn` står två gånger",
      "the key `namn` is given twice",
      hints: [
        Text(
          "Ta bort den ena, eller ge den ett annat namn. En nyckel får bara stå en gång på samma nivå.",
          "Remove one of them, or give it another name. A key may stand only once on the same level.")
      ], related: "1:1–1:5 den står först här"),
    BadInput(
      "a key twice in two spellings", "a\u{30A}r: 1\nb: 2\n1️⃣år2️⃣: 3\n", "Y007",
      "nyckeln `år` står två gånger",
      "the key `år` is given twice",
      hints: [
        Text(
          "Ta bort den ena, eller ge den ett annat namn. En nyckel får bara stå en gång på samma nivå.",
          "Remove one of them, or give it another name. A key may stand only once on the same level.")
      ], related: "1:1–1:4 den står först här"),
    BadInput(
      "a NUL byte", "a: x1️⃣\u{0}2️⃣y\n", "Y004",
      "osynligt tecken (U+0000) som inte får finnas i filen",
      "invisible character (U+0000) that a file may not hold",
      hints: [
        Text(
          "Ta bort tecknet. Sådana följer ofta med när text klistras in från en webbsida eller ett dokument.",
          "Remove the character. Such characters often come along when text is pasted from a web page or a document."
        )
      ]),
    BadInput(
      "a line separator", "a: x1️⃣\u{2028}2️⃣y\n", "Y004",
      "osynligt tecken (U+2028) som inte får finnas i filen",
      "invisible character (U+2028) that a file may not hold",
      hints: [
        Text(
          "Ta bort tecknet. Sådana följer ofta med när text klistras in från en webbsida eller ett dokument.",
          "Remove the character. Such characters often come along when text is pasted from a web page or a document."
        )
      ]),
  ]
}
