using System.ComponentModel.DataAnnotations;

namespace SupportBot.Desk;

/// <summary>How people take over, and how the desk treats them.</summary>
internal sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary>Conversations an agent has at a time, unless their account says otherwise.</summary>
    [Range(1, 100, ErrorMessage = "Desk:Capacity must lie between 1 and 100.")]
    public int Capacity { get; set; } = 4;

    /// <summary>Conversations of one channel an agent has at a time, by the channel's name.</summary>
    public Dictionary<string, int> ChannelCapacity { get; } = [];

    /// <summary>How long an agent may take to accept what is offered.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "00:10:00", ErrorMessage = "Desk:AcceptWithin must lie between 00:00:03 and 00:10:00.")]
    public TimeSpan AcceptWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gives agents their conversations without asking.</summary>
    public bool AutoAccept { get; set; }

    /// <summary>Says the standard greeting in the agent's name when they accept.</summary>
    public bool GreetOnAccept { get; set; } = true;

    /// <summary>An agent whose last heartbeat is older is not there.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00", ErrorMessage = "Desk:ThereFor must lie between 00:00:05 and 00:10:00.")]
    public TimeSpan ThereFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the conversations of an agent who vanished wait for them.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Desk:Grace must lie between 00:00:00 and 01:00:00.")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>An agent of whom there was no sign for so long becomes away.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "08:00:00", ErrorMessage = "Desk:IdleAfter must lie between 00:00:30 and 08:00:00.")]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After each such wait the queue asks less of the agents: first no longer the skill, then nor the team, at last nor the language.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00", ErrorMessage = "Desk:RelaxAfter must lie between 00:00:05 and 1.00:00:00.")]
    public TimeSpan RelaxAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A waiting shopper hears of their place at most this often.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "Desk:AnnounceEvery must lie between 00:00:05 and 01:00:00.")]
    public TimeSpan AnnounceEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Shows agents what the shopper is typing; the shopper's page must say so.</summary>
    public bool Peek { get; set; }

    /// <summary>Shows agents which page of the store the shopper looks at.</summary>
    public bool ViewedPage { get; set; } = true;

    /// <summary>How long a socket that was away can catch up from the journal.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00", ErrorMessage = "Desk:KeepEvents must lie between 00:05:00 and 30.00:00:00.")]
    public TimeSpan KeepEvents { get; set; } = TimeSpan.FromDays(2);

    /// <summary>The largest file an agent may send.</summary>
    [Range(1024, 100 * 1024 * 1024, ErrorMessage = "Desk:MaxUploadBytes must lie between 1 KB and 100 MB.")]
    public int MaxUploadBytes { get; set; } = 10 * 1024 * 1024;

    public int CapacityOf(string channel) => ChannelCapacity.GetValueOrDefault(channel, int.MaxValue);
}
