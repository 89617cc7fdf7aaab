namespace SupportBot.Outreach.Sending;

/// <summary>What became of a claimed row.</summary>
/// <param name="Recipient">Which.</param>
/// <param name="Status">Where it goes; <see cref="RecipientStatus.Planned"/> to try again.</param>
/// <param name="DueAt">With <see cref="RecipientStatus.Planned"/>, when.</param>
/// <param name="Exclusion">With <see cref="RecipientStatus.Excluded"/>, why.</param>
/// <param name="Error">Why it did not arrive, without a word of the message.</param>
internal sealed record Settlement(Recipient Recipient, RecipientStatus Status, DateTimeOffset? DueAt = null, Exclusion? Exclusion = null, string? Error = null)
{
    public static Settlement Not(Recipient recipient, Exclusion why) => new(recipient, RecipientStatus.Excluded, Exclusion: why);

    public static Settlement Later(Recipient recipient, DateTimeOffset at, string? error = null) => new(recipient, RecipientStatus.Planned, at, Error: error);
}

/// <summary>How a recipient stands in the transaction that sends.</summary>
/// <param name="Ours">Whether the row is still this claim's.</param>
/// <param name="Running">Whether the campaign still sends.</param>
/// <param name="Gone">Whether the file was erased or merged away.</param>
/// <param name="Blocked">Whether we do not talk with them.</param>
/// <param name="Given">The newest word on this channel and purpose.</param>
/// <param name="SentAt">Greetings and offers they were sent lately.</param>
internal sealed record Standing(bool Ours, bool Running, bool Gone, bool Blocked, bool? Given, IReadOnlyList<DateTimeOffset> SentAt);

/// <summary>What the transaction that sends decides for a row.</summary>
internal enum Ruling
{
    Send,

    /// <summary>Another node has it, or it is settled: nothing is written.</summary>
    Leave,

    /// <summary>The campaign is paused: it waits as it is.</summary>
    Wait,
    Exclude,
}
