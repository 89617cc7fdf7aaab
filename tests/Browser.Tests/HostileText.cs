namespace SupportBot.Browser.Tests;

/// <summary>Words that would run in a careless page; each that succeeds sets <c>window.trapped</c> or opens a dialog.</summary>
internal static class HostileText
{
    public static readonly string[] Payloads =
    [
        "<script>window.trapped=1</script>",
        "<ScRiPt src=data:text/javascript,window.trapped=2></sCrIpT>",
        "<img src=x onerror=\"window.trapped=3\">",
        "<svg onload=window.trapped=4><script>alert(4)</script></svg>",
        "<iframe srcdoc=\"<script>parent.trapped=5</script>\"></iframe>",
        "<a href=\"javascript:window.trapped=6\">six</a>",
        "[seven](javascript:window.trapped=7)",
        "[eight](JaVaScRiPt&colon;window.trapped=8)",
        "[nine](java\tscript:window.trapped=9)",
        "[ten](data:text/html,<script>alert(10)</script>)",
        "[eleven](vbscript:alert(11))",
        "![twelve](javascript:alert(12))",
        "![thirteen](x\"onerror=\"window.trapped=13)",
        "<javascript:alert(14)>",
        "[fifteen]: javascript:alert(15)\n[fifteen]",
        "**<b onmouseover=alert(16) style=position:fixed;inset:0>sixteen</b>**",
        "`<img src=x onerror=alert(17)>`",
        "<details open ontoggle=alert(18)>",
        "<math><mi xlink:href=\"javascript:alert(19)\">nineteen</mi></math>",
        "\"><template shadowrootmode=open><script>alert(20)</script></template>",
        "<style>*{background:url(javascript:alert(21))}</style>",
        "<form action=javascript:alert(22)><button>twenty-two</button></form>",
        "<base href=\"https://attacker.invalid/\">",
        "\u202Etxt.exe [twenty-four](blob:null/trap) <meta http-equiv=refresh content=\"0;url=javascript:alert(24)\">",
    ];

    /// <summary>An article made of nothing else.</summary>
    public static void AddTo(string store)
    {
        string body = string.Join("\n\n", Payloads);
        Write(store, "en", "The trap", "  - show me the trap please\n  - what is in the trap\n  - trap article\n  - is there a trap\n  - open the trap for me\n", body);
        Write(store, "zh", "陷阱", "  - 给我看看陷阱文章\n  - 陷阱里有什么\n  - 陷阱文章\n  - 有没有陷阱\n  - 打开陷阱给我看\n", body);
    }

    private static void Write(string store, string locale, string title, string questions, string body) =>
        File.WriteAllText(Path.Combine(store, "articles", locale, "trap.md"), $"---\ntopic: trap\nkind: answer\ntitle: {title}\nquestions:\n{questions}---\n{body}\n");
}
