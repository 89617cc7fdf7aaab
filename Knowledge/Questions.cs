using System.Buffers;
using System.Text.RegularExpressions;

namespace SupportBot.Knowledge;

/// <summary>Cuts a message into the questions it asks.</summary>
public static partial class Questions
{
    private const int MostParts = 4;

    /// <summary>Characters looked at; the rest of a longer message stays with its last part.</summary>
    private const int Longest = 1000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("?？!！;；。.,， \r\n");
    private static readonly SearchValues<char> Ends = SearchValues.Create("?？!！;；。\n");

    /// <summary>
    /// The questions of a message in order, at most four. A statement, thanks or an order number stays with the question beside it, and
    /// "and", commas and Chinese pauses cut only where both sides ask: "what does shipping cost and can i return it" is two,
    /// "red and blue shoes" one. Empty where nothing but signs is there.
    /// </summary>
    public static IReadOnlyList<string> Split(string message)
    {
        List<string> parts = [];
        string looked = message.Length > Longest ? message[..Longest] : message;
        int start = 0;
        bool asked = false;
        int at = 0;
        foreach (Match cut in Cut().Matches(looked))
        {
            int end = cut.Index + Kept(cut);
            asked |= Asks(looked[at..end]);
            at = cut.Index + cut.Length;
            if (asked && parts.Count < MostParts - 1 && Begins(looked.AsSpan(at), IsHard(cut)))
            {
                Add(parts, looked[start..end]);
                start = at;
                asked = false;
            }
        }
        Add(parts, message[start..]);
        return parts;
    }

    /// <summary>How much of a cut still belongs to the part before: its first sign, not a comma or an "and".</summary>
    private static int Kept(Match cut) => cut.Value[0] is '?' or '？' or '!' or '！' or '吗' or '呢' ? 1 : 0;

    private static bool IsHard(Match cut) => cut.Value.AsSpan().IndexOfAny(Ends) >= 0 || cut.Value[0] == '.';

    /// <summary>Whether a piece asks or wants something; a lone "how" needs what follows.</summary>
    private static bool Asks(string piece) =>
        piece.AsSpan().IndexOfAny('?', '？') >= 0 && piece.AsSpan().IndexOfAnyExcept(Signs) >= 0
        || Opener().IsMatch(piece) && piece.AsSpan().Trim().Contains(' ') || Request().IsMatch(piece) || ChineseQuestion().IsMatch(piece);

    /// <summary>Whether what follows a cut is a question of its own. After a full stop it may be a wish, or anything with a question mark.</summary>
    private static bool Begins(ReadOnlySpan<char> rest, bool hard)
    {
        int end = rest.IndexOfAny(Ends);
        bool marked = end >= 0 && rest[end] is '?' or '？';
        ReadOnlySpan<char> piece = end < 0 ? rest : rest[..end];
        if (piece.IndexOfAnyExcept(Signs) < 0)
        {
            return false;
        }
        return Opener().IsMatch(piece) || ChineseStart(piece) || hard && (marked || Request().IsMatch(piece));
    }

    /// <summary>Whether the piece up to the next pause asks in Chinese.</summary>
    private static bool ChineseStart(ReadOnlySpan<char> piece)
    {
        int pause = piece.IndexOfAny("，,、 ");
        return ChineseQuestion().IsMatch(pause > 0 ? piece[..pause] : piece);
    }

    private static void Add(List<string> parts, string part)
    {
        string trimmed = Joint().Replace(part.Trim(), "").TrimEnd(',', '，', '、', ' ', ';', '；');
        string single = Marks().Replace(trimmed, "$1");
        if (single.AsSpan().IndexOfAnyExcept(Signs) >= 0)
        {
            parts.Add(single);
        }
    }

    /// <summary>Where a message may be cut: signs, commas, joining words, and after a Chinese 吗 or 呢.</summary>
    [GeneratedRegex(@"[?？!！;；。\n]+\s*|\.+(?:\s+|$)|[,，]\s*(?:(?:and|also|plus|then|but)\s+)*|\s+(?:(?:and|also|plus|then|but|&)\s+)+|[吗呢](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|(?:另外|还有|以及|顺便问一下|顺便|再问一下)(?=[\u4e00-\u9fff])", RegexOptions.IgnoreCase)]
    private static partial Regex Cut();

    /// <summary>A piece that begins as an English question does.</summary>
    [GeneratedRegex(@"^\W*(?:(?:hi|hello|hey|ok|so|and|also|plus|then|but|please|pls|well|btw|by the way)\b[\s,!.]*)*(?:(?:what|whats|what's|how|hows|how's|why|who|whose|whos)\b|(?:when|where|which|whens|wheres|when's|where's)(?:\s+(?:is|are|do|does|did|can|could|will|would|should|was|were|one|size|colou?r|s)\b|\s+(?:i|it|you|u|my|the|they)\b|'s|s\b|$)|(?:can|could|do|does|did|is|are|am|will|would|should|may|have|has|was|were|any|isn't|aren't|don't|doesn't|can't|won't)\s+(?:i|you|u|ya|we|it|its|there|this|that|these|those|they|the|my|your|he|she|someone|anyone|chance|idea|way|delivery|shipping|returns?)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Opener();

    /// <summary>A piece that begins with a wish.</summary>
    [GeneratedRegex(@"^\W*(?:(?:and|also|plus|then|but|please|pls)\b[\s,]*)*(?:i(?:'d| would) like|i(?:'d)? (?:also )?(?:want|need)|(?:please|pls)\b|tell me|show me|give me|send me|help me|let me know|cancel|track|(?:我想|我要|我还想|我还要|帮我|请帮|麻烦|给我))", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    /// <summary>Words that make a Chinese piece a question.</summary>
    [GeneratedRegex(@"吗|呢$|么$|嘛$|多少|多久|多大|多长|几天|几点|几号|几个|几折|怎么|咋|如何|什么|啥|哪|谁|何时|为何|能不能|能否|可不可以|可否|是不是|是否|有没有|要不要|会不会|行不行|好不好|包不包|支不支持|还有没")]
    private static partial Regex ChineseQuestion();

    /// <summary>A joining word a part begins with.</summary>
    [GeneratedRegex(@"^(?:(?:and|also|plus|then|&)\s+)+|^(?:另外|还有|以及|顺便问一下|顺便)[，,]?(?=[\u4e00-\u9fff])|^[,，;；.。!！\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"([?？])[?？]+")]
    private static partial Regex Marks();
}
