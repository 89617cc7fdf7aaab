namespace SupportBot.Dialogs.Persons;

/// <summary>When a person is brought without having been asked for.</summary>
public sealed record HandOffRules
{
    /// <summary>After so many messages in a row that were not understood; 0 never.</summary>
    public int AfterMisses { get; init; } = 2;

    /// <summary>The same for a shopper the store treats with preference.</summary>
    public int AfterMissesOfVip { get; init; } = 1;

    /// <summary>Whether angry words bring one.</summary>
    public bool WhenAngry { get; init; } = true;

    /// <summary>Whether a severe complaint brings one once it is taken down.</summary>
    public bool WhenSevere { get; init; } = true;

    /// <summary>Cancellations and returns worth more than this are finished by a person; null for none.</summary>
    public decimal? MoneyLimit { get; init; } = 500;
}
