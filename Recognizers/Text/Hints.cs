namespace SupportBot.Recognizers.Text;

/// <summary>What the words of a text can be part of at all: a grammar whose words are missing need not look at any of its places.</summary>
[Flags]
internal enum Hints : byte
{
    None = 0,
    Month = 1,
    Season = 1 << 1,

    /// <summary>"every", "weekly", "mondays", "once": something comes again.</summary>
    Recurs = 1 << 2,

    /// <summary>"from", "starting": a length of time may have its beginning behind.</summary>
    Begins = 1 << 3,
}
