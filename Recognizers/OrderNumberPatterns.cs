using System.Text.RegularExpressions;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers;

/// <summary>
/// The store's own order number patterns, as its owner enters them: .NET regular expressions without look-around and
/// back-references. They run on the non-backtracking engine, linear in the text, and stop after <see cref="TimeLimit"/>.
/// </summary>
public sealed class OrderNumberPatterns
{
    /// <summary>The longest one pattern may take on one text; the engine is linear, so that only a very slow machine comes near it.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private const int LongestPattern = 500;
    private readonly Regex[] patterns;

    /// <exception cref="ArgumentException">A pattern is not valid, too long, or needs look-around or back-references; the message names it.</exception>
    public OrderNumberPatterns(IEnumerable<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        this.patterns = patterns.Select(Compile).ToArray();
    }

    internal void Scan(string text, Findings findings)
    {
        int covered = 0;
        for (int start = 0; start < text.Length && TryFirst(text, start, out Match match); start = covered)
        {
            covered = match.Index + match.Length;
            Resolution resolution = new([new KeyValuePair<string, string?>("value", match.Value.ToUpperInvariant())]);
            findings.Add(match.Value, match.Index, covered, "ordernumber", resolution);
        }
    }

    /// <summary>The earliest match of any pattern, of two at one place the longer; a pattern out of time counts as not matching.</summary>
    private bool TryFirst(string text, int start, out Match first)
    {
        first = Match.Empty;
        foreach (Regex pattern in patterns)
        {
            Match match = MatchWithin(pattern, text, start);
            bool better = !first.Success || match.Index < first.Index || match.Index == first.Index && match.Length > first.Length;
            if (match.Success && match.Length > 0 && better)
                first = match;
        }

        return first.Success;
    }

    private static Match MatchWithin(Regex pattern, string text, int start)
    {
        try
        {
            return pattern.Match(text, start);
        }
        catch (RegexMatchTimeoutException)
        {
            return Match.Empty;
        }
    }

    private static Regex Compile(string pattern)
    {
        if (string.IsNullOrEmpty(pattern) || pattern.Length > LongestPattern)
            throw new ArgumentException($"An order number pattern has 1 to {LongestPattern} characters: '{pattern}'.", nameof(pattern));
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"The order number pattern '{pattern}' cannot be used: {fault.Message}", nameof(pattern), fault);
        }
    }
}
