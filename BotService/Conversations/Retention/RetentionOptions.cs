using System.ComponentModel.DataAnnotations;

namespace SupportBot.Conversations.Retention;

/// <summary>How long is kept what people have said.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>So long after the last message a conversation's words and files are kept; nothing: for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Retention:Conversations must be at least a day, written as days: 730 keeps two years.")]
    public TimeSpan? Conversations { get; set; }
}
