using System.ComponentModel.DataAnnotations;

namespace SupportBot.Conversations.Nodes;

/// <summary>How nodes notice that one of them is dead.</summary>
internal sealed class NodeOptions
{
    public const string Section = "Nodes";

    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30", ErrorMessage = "Nodes:Beat must lie between 00:00:00.050 and 00:00:30.")]
    public TimeSpan Beat { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Looks at the beats of a node that find none new, before its work is taken over.</summary>
    [Range(2, 100, ErrorMessage = "Nodes:MissedBeats must lie between 2 and 100.")]
    public int MissedBeats { get; set; } = 5;
}
