namespace SupportBot.Browser.Tests;

/// <summary>The widget's hostile words and some two hundred more, made of what tags, events and addresses can do together.</summary>
internal static class DeskHostileText
{
    private static readonly string[] Openings =
    [
        "<img src=x {0}={1}>", "<svg {0}={1}>", "<video><source {0}={1}></video>", "<audio src=x {0}={1}>", "<body {0}={1}>", "<input autofocus {0}={1}>",
        "<details open {0}={1}>x</details>", "<marquee {0}={1}>x</marquee>", "<select autofocus {0}={1}>", "<p style=animation-name:x {0}={1}>", "\"><a href=x {0}={1}>x</a>", "'-{1}-'{0}",
    ];

    private static readonly string[] Events = ["onerror", "onload", "onfocus", "ontoggle", "onstart", "onanimationstart", "onpointerover"];

    private static readonly string[] Addresses =
    [
        "javascript:{0}", "JaVaScRiPt:{0}", "java\nscript:{0}", "java\tscript:{0}", "\u0001javascript:{0}", "&#106;avascript:{0}", "javascript&colon;{0}", "javascript&#58;{0}",
        "data:text/html,<script>{0}</script>", "data:image/svg+xml,<svg onload={0}>", "vbscript:{0}", "view-source:{0}", "blob:{0}", "file:///{0}", "//attacker.invalid/{0}",
    ];

    private static readonly string[] Frames = ["[a]({0})", "![a]({0})", "<{0}>", "[a]: {0}\n\n[a]", "<a href='{0}'>a</a>", "<iframe src='{0}'></iframe>", "[a](<{0}> 'title')"];

    private static readonly string[] Strange =
    [
        "\u202E\u2066evil\u2069 \u200Fright to left \u202Dagain", string.Concat(Enumerable.Repeat("Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334", 60)), new string('W', 2_000), "{{constructor.constructor('window.trapped=1')()}}",
        "${window.trapped=1}", "\0<script\0>window.trapped=1</script>", "<!--<script>--><script>window.trapped=1</script>", "__proto__", "%3Cscript%3Ewindow.trapped=1%3C/script%3E", "\uFEFF\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
    ];

    public static string[] Payloads { get; } =
    [
        .. HostileText.Payloads,
        .. from opening in Openings from name in Events select opening.Replace("{0}", name).Replace("{1}", "window.trapped=1"),
        .. from frame in Frames from address in Addresses select frame.Replace("{0}", address.Replace("{0}", "window.trapped=1")),
        .. Strange,
    ];
}
