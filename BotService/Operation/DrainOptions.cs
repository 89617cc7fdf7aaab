using System.ComponentModel.DataAnnotations;

namespace SupportBot.Operation;

/// <summary>How a node leaves that was told to stop.</summary>
internal sealed class DrainOptions
{
    public const string Section = "Drain";

    /// <summary>
    /// So long it goes on serving while it already says that it is not ready: a third of it for a load balancer to notice, the rest to send its
    /// sockets away one after the other. Zero, the default, suits a node that is alone.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Drain:Window must lie between 00:00:00 and 00:05:00.")]
    public TimeSpan Window { get; set; } = TimeSpan.Zero;
}
